import type { BoardId, TaskId } from "@kanban/domain/ids";
import { readId } from "@kanban/domain/read-id";
import { boardPath } from "../boards/board-path.ts";

/** How an address names a task: by its number, or by its id while the server has not numbered it yet. */
export type TaskRef = { number: number } | { id: TaskId };

/** The address of a task over its board; its title is there for people who read addresses, the number alone counts. */
export function taskPath(boardId: BoardId, task: { id: TaskId; number: number; title?: string }): string {
  const slug = task.number > 0 ? slugOf(task.title ?? "") : "";
  return `${boardPath(boardId)}/tasks/${task.number > 0 ? task.number : task.id}${slug && `-${slug}`}`;
}

/** A title in letters that no address has to escape; empty for one in another script. */
function slugOf(title: string): string {
  const words =
    title
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[a-z0-9]+/gu) ?? [];
  return words.join("-").slice(0, 48).replace(/-$/u, "");
}

/** The task an address names, if it names one. */
export function taskRefInPath(pathname: string): TaskRef | null {
  const name = /^\/boards\/[^/]+\/tasks\/([^/]+)\/?$/u.exec(pathname)?.[1];
  if (name === undefined) return null;
  // First: an id may begin like a number and its title.
  const id = readId<TaskId>(name);
  if (id) return { id };
  const number = /^([1-9][0-9]{0,8})(?:-[a-z0-9-]*)?$/u.exec(name)?.[1];
  return number === undefined ? null : { number: Number(number) };
}

/**
 * The address an open task should have instead of `pathname`: its lasting one, once the server has numbered it, or that of
 * its new title. `null` where it has it, and for the address of another task: that one has been asked for since, and is
 * not drawn yet.
 */
export function betterTaskPath(
  pathname: string,
  boardId: BoardId,
  task: Parameters<typeof taskPath>[1],
): string | null {
  const named = taskRefInPath(pathname);
  const isNamed = named !== null && ("id" in named ? named.id === task.id : named.number === task.number);
  const path = taskPath(boardId, task);
  return isNamed && pathname !== path ? path : null;
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
