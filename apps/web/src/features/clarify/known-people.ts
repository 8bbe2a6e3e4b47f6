import type { BoardView } from "@kanban/domain/board-view";
import type { Member, TaskCard } from "@kanban/domain/entities";

/** Who can be waited for, as far as the board tells: those waited for already, then its members. */
export function knownPeople(view: BoardView): string[] {
  const waitedFor = Object.values<TaskCard>(view.tasks).flatMap(({ waitingFor }) => waitingFor?.who || []);
  const members = Object.values<Member>(view.members)
    .filter(({ userId }) => userId !== view.userId)
    .map(({ name }) => name);
  return [...new Map([...waitedFor, ...members].map((name) => [name.toLowerCase(), name])).values()];
}
