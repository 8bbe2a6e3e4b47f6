import type { BoardId, TaskId } from "@kanban/domain/ids";
import { readId } from "@kanban/domain/read-id";
import { boardPath } from "../boards/board-path.ts";

/** How an address names a task: by its number, or by its id while the server has not numbered it yet. */
export type TaskRef = { number: number } | { id: TaskId };

/** The address of a task over its board. */
export function taskPath(boardId: BoardId, task: { id: TaskId; number: number }): string {
  return `${boardPath(boardId)}/tasks/${task.number > 0 ? task.number : task.id}`;
}

/** The task an address names, if it names one. */
export function taskRefInPath(pathname: string): TaskRef | null {
  const name = /^\/boards\/[^/]+\/tasks\/([^/]+)\/?$/u.exec(pathname)?.[1];
  if (name === undefined) return null;
  if (/^[1-9][0-9]{0,8}$/u.test(name)) return { number: Number(name) };
  const id = readId<TaskId>(name);
  return id && { id };
}

// Marks a history entry that was pushed on top of its board, so that closing can go back instead of adding an entry.
const overBoard = "kanbanTaskOverBoard";

function isOverBoard(): boolean {
  const state: unknown = history.state;
  return typeof state === "object" && state !== null && overBoard in state;
}

/** Opens a task over the board at once: the address changes without asking a server for a page. */
export function openTaskAt(path: string): void {
  if (isOverBoard()) history.replaceState({ [overBoard]: true }, "", path);
  else history.pushState({ [overBoard]: true }, "", path);
}

/** Shows another task in the same panel, so that Back still closes it. */
export function replaceTaskAt(path: string): void {
  history.replaceState(isOverBoard() ? { [overBoard]: true } : null, "", path);
}

/** Closes the panel: back to the board where it came from, or to the board's own address after a reload. */
export function closeTask(boardId: BoardId): void {
  if (isOverBoard()) history.back();
  else history.replaceState(null, "", boardPath(boardId) + location.search);
}
