import { ArrowRight } from "lucide-react";
import type { ListedTask } from "@kanban/domain/lists/listed-task";
import { listsStrings } from "./lists.strings.ts";
import type { RowAct } from "./row-act.ts";
import type { RowActs } from "./use-list-acts.tsx";

/** Makes a task the next action it has become. */
export function nextAct(entry: ListedTask, acts: RowActs): RowAct {
  const { title } = entry.task;
  return {
    label: listsStrings.makeNext,
    name: listsStrings.makeNextOf(title),
    icon: <ArrowRight size={14} aria-hidden />,
    command: "row-activate",
    run: () => void acts.moveTo(entry, "next", listsStrings.madeNext(title)),
  };
}
