import type { BoardView } from "@kanban/domain/board-view";
import type { TaskCard } from "@kanban/domain/entities";

function wordsOf(view: BoardView, task: TaskCard): string {
  const labels = [
    ...task.tagIds.map((id) => view.tags[id]?.name),
    ...task.contextIds.map((id) => `@${view.contexts[id]?.name ?? ""}`),
    task.projectId ? view.projects[task.projectId]?.name : undefined,
    ...task.assigneeIds.map((id) => view.members[id]?.name),
  ];
  return [task.title, `${view.board.key}-${task.number}`, task.waitingFor?.who, ...labels].join("\n").toLowerCase();
}

/** True when every word of `query` is somewhere on the card: title, number, labels, people. Case does not matter. */
export function matchesFilter(view: BoardView, task: TaskCard, query: string): boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = wordsOf(view, task);
  return words.every((word) => text.includes(word));
}
