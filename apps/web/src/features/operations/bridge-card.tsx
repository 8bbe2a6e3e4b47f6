import { ArrowRight, CircleAlert, CircleCheck, Clock } from "lucide-react";
import { classNames } from "../../components/ui/class-names.ts";
import { ageWords } from "./age-words.ts";
import { operationsStrings as strings } from "./operations.strings.ts";
import { panelClass } from "./section.tsx";
import type { OperationsStatus } from "./use-operations.ts";

type Bridge = OperationsStatus["api"];

/** On the way an event takes milliseconds; what waits longer has met an obstacle. */
const behindAfterSeconds = 10;

/** One direction of the bridge: what one side has to send, and what the other has to handle. `null`: not known. */
export function BridgeCard({
  title,
  from,
  to,
}: {
  title: string;
  from: Bridge["outbox"] | null;
  to: Bridge["inbox"] | null;
}) {
  const lag = Math.max(from?.oldestSeconds ?? 0, to?.oldestSeconds ?? 0);
  return (
    <section aria-label={title} className={classNames(panelClass, "grid content-start gap-1 px-4 py-3")}>
      <div className="flex items-center justify-between gap-3 pb-1">
        <h2 className="flex items-center gap-1.5 text-md font-bold">
          <ArrowRight size={14} aria-hidden className="text-ink-3" />
          {title}
        </h2>
        <Verdict isFailing={(to?.failing ?? 0) > 0} lag={lag} />
      </div>
      <dl className="grid">
        <Row label={strings.unsent} value={from?.waiting} oldest={from?.oldestSeconds} />
        <Row label={strings.unhandled} value={to?.waiting} oldest={to?.oldestSeconds} />
        <Row label={strings.failing} value={to?.failing} />
        {to !== null && to.boardsWaiting > 0 && <Row label={strings.boardsWaiting} value={to.boardsWaiting} />}
      </dl>
    </section>
  );
}

function Verdict({ isFailing, lag }: { isFailing: boolean; lag: number }) {
  const isBehind = lag > behindAfterSeconds;
  const [Icon, tone, text] = isFailing
    ? ([CircleAlert, "text-danger", strings.failsNow] as const)
    : isBehind
      ? ([Clock, "text-warn", strings.behind(ageWords(lag))] as const)
      : ([CircleCheck, "text-ok", strings.flows] as const);
  return (
    <p className={classNames("flex items-center gap-1 text-xs font-medium", tone)}>
      <Icon size={13} aria-hidden />
      {text}
    </p>
  );
}

function Row({ label, value, oldest = 0 }: { label: string; value: number | undefined; oldest?: number | undefined }) {
  const isSome = value !== undefined && value > 0;
  return (
    <div className="flex min-h-7 items-baseline gap-2 border-t border-line py-1 text-sm">
      <dt className="text-ink-2">{label}</dt>
      <dd className="ml-auto flex items-baseline gap-2">
        {isSome && oldest >= 1 && <span className="text-xs text-ink-3">{strings.oldest(ageWords(oldest))}</span>}
        <span className={classNames(isSome ? "font-strong text-ink" : "text-ink-3")}>
          {value === undefined ? strings.unknown : value.toLocaleString("en")}
        </span>
      </dd>
    </div>
  );
}
