import type { TaskId } from "@kanban/domain/ids";
import { fieldsOf, momentOf } from "../../task/moment-words.ts";
import { tellIfHidden } from "../filter/tell-if-hidden.ts";
import { requestFocus } from "../focus/request-focus.ts";
import { announce } from "../state/announce.ts";
import type { BoardScreen } from "../state/screen.tsx";
import { calendarStrings } from "./calendar.strings.ts";
import { dayWords } from "./day-words.ts";

/** Makes a task due on another day; a time it had stays. */
export function setDueDay(screen: BoardScreen, taskId: TaskId, day: string): void {
  const task = screen.view().tasks[taskId];
  if (!task) return;
  const before = task.dueAt ? fieldsOf(task.dueAt) : { day: "", time: "" };
  if (before.day === day) return;
  if (screen.mutate("task.update", { taskId, dueAt: momentOf(day, before.time) }).refused) return;
  announce(screen, calendarStrings.moved(task.title, dayWords(day)));
  requestFocus(screen, taskId);
  tellIfHidden(screen, taskId);
}
