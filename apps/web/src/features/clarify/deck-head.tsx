import { paceOf } from "@kanban/domain/clarify/clarify-pace";
import { ConnectionPill } from "../frame/connection-pill.tsx";
import { clarifyStrings } from "./clarify.strings.ts";
import type { Session } from "./deck-session.ts";

/** How far one has come, and how quickly. */
export function DeckHead({ session, left }: { session: Session; left: number }) {
  const done = session.decided.length;
  const all = done + left;
  const pace = paceOf(session.decided.map(({ tookMs }) => tookMs));
  return (
    <>
      <span className="shrink-0">{left === 0 ? clarifyStrings.left(0) : clarifyStrings.at(done + 1, all)}</span>
      <div
        role="progressbar"
        aria-label={clarifyStrings.title}
        aria-valuemin={0}
        aria-valuemax={Math.max(all, 1)}
        aria-valuenow={all === 0 ? 1 : done}
        aria-valuetext={clarifyStrings.progress(done, all)}
        className="h-1 min-w-8 flex-1 overflow-hidden rounded-full bg-[color-mix(in_oklab,var(--ink)_10%,transparent)] forced-colors:border"
      >
        <div
          className="h-full rounded-full bg-accent motion-safe:transition-[width] motion-safe:duration-(--medium) forced-colors:bg-[Highlight]"
          style={{ width: `${all === 0 ? 100 : (done / all) * 100}%` }}
        />
      </div>
      {left > 0 && (
        <span className="shrink-0">
          {clarifyStrings.left(left)}
          {pace === null ? "" : `, ${clarifyStrings.pace(pace)}`}
        </span>
      )}
      <ConnectionPill compact />
    </>
  );
}
