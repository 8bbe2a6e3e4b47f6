import { classNames } from "../../components/ui/class-names.ts";
import { agoShort } from "./age-words.ts";
import { operationsStrings as strings } from "./operations.strings.ts";
import { isWorkerSilent, type OperationsStatus } from "./use-operations.ts";

/** When the worker was last heard, marked when that is long ago. */
export function WorkerLine({ status, isPatient }: { status: OperationsStatus; isPatient: boolean }) {
  const { lastHeardAt } = status.worker;
  const isSilent = isWorkerSilent(status);
  const ago = lastHeardAt === null ? "" : agoShort(lastHeardAt, status.now);
  const isWaiting = isSilent && isPatient;
  const text = isWaiting
    ? strings.workerAsked
    : lastHeardAt === null
      ? strings.workerNever
      : isSilent
        ? strings.workerSilent(ago)
        : strings.workerHeard(ago);
  const isBad = isSilent && !isPatient;
  return (
    <div className={classNames("text-sm", isBad && "rounded-l border border-line bg-warn-soft px-4 py-2.5")}>
      {/* Announced when it turns, not with every second that passes. */}
      <p className="flex items-center gap-1.5 font-title text-ink-2">
        <span
          aria-hidden
          className={classNames(
            "size-[7px] shrink-0 rounded-full",
            isBad ? "border-2 border-warn" : isWaiting ? "bg-line-strong" : "bg-ok",
          )}
        />
        <span className={classNames(isBad && "font-strong text-ink")}>{text}</span>
      </p>
      <p role="status" className={isBad ? "text-pretty text-ink-2" : "sr-only"}>
        {isBad ? strings.silentText : ""}
      </p>
    </div>
  );
}
