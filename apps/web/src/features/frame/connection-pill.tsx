"use client";

import { classNames } from "../../components/ui/class-names.ts";
import { useConnection } from "../../sync/use-connection.ts";
import { useCapturesWaiting } from "../capture/captures-waiting.ts";
import { connectionWords } from "./connection-words.ts";

const dots = {
  ok: "bg-ok",
  // A ring and a bar, so that the state can be told without colour.
  warn: "border-2 border-warn",
  danger: "h-[3px] rounded-none bg-danger",
} as const;

/** Says truthfully whether this screen is live and what still waits to be saved. */
export function ConnectionPill({ compact = false }: { compact?: boolean }) {
  const { state, queued } = useConnection();
  const { onTheirWay, isDelayed } = useCapturesWaiting();
  // A capture that found no server is not being saved; without an open board nothing else can tell.
  const words = connectionWords({
    state: isDelayed && state !== "offline" ? "reconnecting" : state,
    queued: queued + onTheirWay,
  });
  return (
    <p role="status" className="flex items-center gap-1.5 text-xs font-title text-ink-2">
      <span aria-hidden className={classNames("size-[7px] shrink-0 rounded-full", dots[words.tone])} />
      <span className={compact && words.tone === "ok" ? "sr-only" : ""}>{words.text}</span>
    </p>
  );
}
