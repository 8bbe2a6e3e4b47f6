import type { TaskCard } from "@kanban/domain/entities";
import type { TaskId } from "@kanban/domain/ids";
import { Button } from "../../components/ui/button.tsx";
import type { Way } from "./room-choices.ts";
import { wipStrings } from "./wip.strings.ts";

const msPerDay = 86_400_000;

/** Which tasks leave the full column, and the two ways they can go. */
export function LeavingList({
  tasks,
  over,
  chosen,
  isWhole,
  done,
  waiting,
  onChoose,
  onFinish,
  onWait,
}: {
  tasks: readonly TaskCard[];
  over: number;
  chosen: readonly TaskId[];
  /** As many are chosen as must leave. */
  isWhole: boolean;
  done: Way | null;
  waiting: Way | null;
  onChoose: (ids: readonly TaskId[]) => void;
  onFinish: () => void;
  onWait: () => void;
}) {
  const isOne = over === 1;
  const choose = (id: TaskId) => {
    if (isOne) onChoose([id]);
    else onChoose(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  };
  const now = Date.now();
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="mb-1 text-xs font-medium text-ink-3">
        {isOne ? wipStrings.which : wipStrings.whichMany(over)}
      </legend>
      <div className="grid max-h-44 overflow-y-auto rounded-m border border-line">
        {tasks.map(({ id, title, enteredColumnAt }) => (
          <label
            key={id}
            className="flex min-h-8 cursor-pointer items-center gap-2.5 px-3 py-1 text-sm hover:bg-sunken has-checked:bg-accent-soft touch:min-h-11 [&:not(:last-child)]:border-b [&:not(:last-child)]:border-line"
          >
            <input
              type={isOne ? "radio" : "checkbox"}
              name="leaving"
              className="size-4 shrink-0 accent-(--accent)"
              checked={chosen.includes(id)}
              onChange={() => choose(id)}
            />
            <span className="min-w-0 flex-1 truncate">{title}</span>
            <span className="shrink-0 text-xs text-ink-3 tabular-nums">
              {wipStrings.since(Math.max(0, Math.floor((now - Date.parse(enteredColumnAt)) / msPerDay)))}
            </span>
          </label>
        ))}
      </div>
      <div className="flex flex-wrap gap-2">
        <WayButton way={done} isReady={isWhole} keys="f" label={wipStrings.finish} onClick={onFinish} />
        <WayButton way={waiting} isReady={isWhole} keys="w" label={wipStrings.wait} onClick={onWait} />
      </div>
    </fieldset>
  );
}

function WayButton({
  way,
  isReady,
  keys,
  label,
  onClick,
}: {
  way: Way | null;
  isReady: boolean;
  keys: string;
  label: string;
  onClick: () => void;
}) {
  if (!way) return null;
  const isOpen = way.hasRoom && isReady;
  return (
    <Button
      className="flex-1"
      keys={keys}
      disabled={!isOpen}
      title={way.hasRoom ? wipStrings.to(way.column.name) : wipStrings.isFull(way.column.name)}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}
