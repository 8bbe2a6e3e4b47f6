"use client";

import { CloudOff, KeyRound, Plus, WifiOff } from "lucide-react";
import { useState } from "react";
import { Button } from "../../../components/ui/button.tsx";
import { EmptyState } from "../../../components/ui/empty-state.tsx";
import { Skeleton } from "../../../components/ui/skeleton.tsx";
import { useLiveBoards } from "../../boards/use-boards.ts";
import { SettingsPart } from "../settings-part.tsx";
import { useMovingButton } from "../use-moving-button.ts";
import { devicesStrings as strings } from "./devices.strings.ts";
import { NewTokenDialog } from "./new-token-dialog.tsx";
import { RevokeDialog } from "./revoke-dialog.tsx";
import { TokenRow } from "./token-row.tsx";
import { type ShownToken, useTokens } from "./use-tokens.ts";

/** The person's tokens: which there are, new ones, and their end. */
export function DevicesSettings() {
  const { tokens, reload } = useTokens();
  const boards = useLiveBoards().data;
  const [isMaking, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<ShownToken | null>(null);
  const createButton = useMovingButton();
  const isOffline = tokens.fetchStatus === "paused";
  const create = (
    <Button ref={createButton.attach} tone="primary" onClick={() => setMaking(true)}>
      <Plus size={14} aria-hidden />
      {strings.create}
    </Button>
  );
  const hasSome = tokens.data !== undefined && tokens.data.length > 0;
  return (
    <SettingsPart title={strings.heading} note={strings.note} action={hasSome ? create : undefined}>
      {!tokens.data && tokens.isPending && !isOffline && <TokensSkeleton />}
      {!tokens.data && (tokens.isError || isOffline) && (
        <EmptyState
          role={isOffline ? "status" : "alert"}
          icon={isOffline ? <WifiOff size={18} aria-hidden /> : <CloudOff size={18} aria-hidden />}
          title={isOffline ? strings.offlineTitle : strings.failedTitle}
          text={isOffline ? strings.offlineText : strings.failedText}
          action={<Button onClick={() => void tokens.refetch()}>{strings.retry}</Button>}
        />
      )}
      {tokens.data?.length === 0 && (
        <div className={panelClass}>
          <EmptyState
            icon={<KeyRound size={18} aria-hidden />}
            title={strings.emptyTitle}
            text={strings.emptyText}
            action={create}
          />
        </div>
      )}
      {hasSome && (
        <ul aria-label={strings.list} className={panelClass}>
          {tokens.data.map((token) => (
            <TokenRow
              key={token.id}
              token={token}
              boardName={boards?.find(({ id }) => id === token.boardId)?.name}
              now={new Date(tokens.dataUpdatedAt)}
              onRevoke={() => setRevoking(token)}
            />
          ))}
        </ul>
      )}
      <NewTokenDialog open={isMaking} onClose={() => setMaking(false)} onMade={reload} />
      <RevokeDialog
        token={revoking}
        afterwards={createButton.button}
        onClose={() => setRevoking(null)}
        onRevoked={reload}
      />
    </SettingsPart>
  );
}

const panelClass = "rounded-l border border-line bg-surface shadow-1";

function TokensSkeleton() {
  return (
    <div role="status" aria-label={strings.loading} className={`${panelClass} grid gap-3 px-4 py-4`}>
      <Skeleton className="h-4 w-40" />
      <Skeleton className="h-3.5 w-64" />
    </div>
  );
}
