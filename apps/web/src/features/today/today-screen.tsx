"use client";

import { CloudOff, LayoutGrid, Sun, WifiOff } from "lucide-react";
import { AppLink } from "../../components/ui/app-link.tsx";
import { useSearchParams } from "next/navigation";
import { useMemo, useState } from "react";
import { noTodayFilter } from "@kanban/domain/today/today-filter";
import { Button, buttonClass } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { useSyncEngine } from "../../sync/engine-context.tsx";
import { lazyPart } from "../../lazy/lazy-part.tsx";
import { type FullColumn, todayActs } from "./today-acts.ts";
import { readTodayAddress, type TodayAddress, writeTodayAddress } from "./today-address.ts";
import { TodayList } from "./today-list.tsx";
import { TodaySkeleton } from "./today-skeleton.tsx";
import { todayStrings } from "./today.strings.ts";
import { type Today, useToday } from "./use-today.ts";

const WipChooser = lazyPart(() => import("../wip/wip-chooser.tsx").then((module) => module.WipChooser));

/** Next actions and what is due, of all boards, for the time, strength and place one has. */
export function TodayScreen() {
  const today = useToday();
  const params = useSearchParams();
  // The address follows the choice, which must show at once.
  const [address, choose] = useState(() => readTodayAddress(params));
  const engine = useSyncEngine();
  const [full, setFull] = useState<FullColumn | null>(null);
  const acts = useMemo(() => todayActs(engine, setFull), [engine]);
  if (today.status === "loading") return <TodaySkeleton />;
  const setAddress = (next: TodayAddress) => {
    choose(next);
    writeTodayAddress(next);
  };
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="grid w-full max-w-3xl gap-3 px-5 pt-3 pb-16 max-sm:px-4">
        {today.status === "ready" && today.tasks.length > 0 ? (
          <TodayList
            today={today}
            address={address}
            acts={acts}
            onAddress={setAddress}
            onShowAll={() => setAddress({ ...address, filter: noTodayFilter })}
          />
        ) : (
          <>
            <h1 className="text-xl font-bold tracking-[-0.015em]">{todayStrings.title}</h1>
            <NothingToShow today={today} />
          </>
        )}
      </div>
      {full && <WipChooser {...full} onClose={() => setFull(null)} />}
    </div>
  );
}

function NothingToShow({ today }: { today: Today }) {
  const retry = <Button onClick={today.retry}>{todayStrings.retry}</Button>;
  const toBoards = (
    <AppLink href="/boards" className={buttonClass("outline")}>
      <LayoutGrid size={14} aria-hidden />
      {todayStrings.toBoards}
    </AppLink>
  );
  if (today.status === "offline")
    return (
      <EmptyState
        role="status"
        icon={<WifiOff size={18} aria-hidden />}
        title={todayStrings.offlineTitle}
        text={todayStrings.offlineText}
        action={retry}
      />
    );
  if (today.status === "failed")
    return (
      <EmptyState
        role="alert"
        icon={<CloudOff size={18} aria-hidden />}
        title={todayStrings.failedTitle}
        text={todayStrings.failedText}
        action={retry}
      />
    );
  const isNew = today.boards === 0;
  return (
    <EmptyState
      icon={isNew ? <LayoutGrid size={18} aria-hidden /> : <Sun size={18} aria-hidden />}
      title={isNew ? todayStrings.noBoardsTitle : todayStrings.emptyTitle}
      text={isNew ? todayStrings.noBoardsText : todayStrings.emptyText}
      action={toBoards}
    />
  );
}
