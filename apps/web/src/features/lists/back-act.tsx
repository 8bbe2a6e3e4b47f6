import { Pin } from "lucide-react";
import { isBack } from "@kanban/domain/lists/list-of";
import type { ListedTask } from "@kanban/domain/lists/listed-task";
import type { Now } from "@kanban/domain/today/next-action";
import { listsStrings } from "./lists.strings.ts";
import type { RowAct } from "./row-act.ts";
import type { RowActs } from "./use-list-acts.tsx";

/** For a task that has come back: it is seen, and stays where it is. */
export function backAct(entry: ListedTask, acts: RowActs, now: Now): RowAct[] {
  if (!isBack(entry.task, now)) return [];
  const run = () => void acts.wake(entry, listsStrings.kept(entry.task.title));
  return [{ label: listsStrings.keep, icon: <Pin size={14} aria-hidden />, run }];
}
