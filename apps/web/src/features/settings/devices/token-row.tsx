import { KeyRound } from "lucide-react";
import { Button } from "../../../components/ui/button.tsx";
import { classNames } from "../../../components/ui/class-names.ts";
import { devicesStrings as strings } from "./devices.strings.ts";
import { isEnding, tokenWords } from "./token-words.ts";
import type { ShownToken } from "./use-tokens.ts";

/** One token: what it is called and does, and how to end it. */
export function TokenRow({
  token,
  boardName,
  now,
  onRevoke,
}: {
  token: ShownToken;
  boardName: string | undefined;
  now: Date;
  onRevoke: () => void;
}) {
  return (
    <li className="flex items-center gap-3 border-line px-4 py-3 not-first:border-t">
      <span aria-hidden className="grid size-8 shrink-0 place-items-center rounded-full bg-sunken text-ink-3">
        <KeyRound size={14} />
      </span>
      <div className="grid min-w-0 flex-1 gap-0.5">
        <p className="flex min-w-0 items-baseline gap-2">
          <span className="min-w-0 truncate text-md font-title">{token.name}</span>
          <span className="shrink-0 font-mono text-2xs text-ink-3">{token.prefix}…</span>
        </p>
        <p className={classNames("text-xs", isEnding(token, now) ? "text-warn" : "text-ink-3")}>
          {tokenWords(token, boardName, now).join(" · ")}
        </p>
      </div>
      <Button tone="danger" aria-label={strings.revokeOne(token.name)} onClick={onRevoke}>
        {strings.revoke}
      </Button>
    </li>
  );
}
