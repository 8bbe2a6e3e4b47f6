import type { BoardView } from "../board-view.ts";
import type { TaskCard } from "../entities.ts";
import { foldText } from "./fold-text.ts";

/** What a card's ids are called, and how its board is. */
export type Names = Pick<BoardView, "board" | "tags" | "contexts" | "projects" | "members">;

type Folded = Names & { text: string };

// Cards are replaced, never changed: what was folded once holds until the card or a name is another.
const foldedCards = new WeakMap<TaskCard, Folded>();

function isStill(known: Folded, names: Names): boolean {
  return (
    known.tags === names.tags &&
    known.contexts === names.contexts &&
    known.projects === names.projects &&
    known.members === names.members &&
    known.board.key === names.board.key
  );
}

function wordsOf(task: TaskCard, names: Names): string {
  const labels = [
    ...task.tagIds.map((id) => `#${names.tags[id]?.name ?? ""}`),
    ...task.contextIds.map((id) => `@${names.contexts[id]?.name.replace(/^@/u, "") ?? ""}`),
    task.projectId ? `+${names.projects[task.projectId]?.name ?? ""}` : "",
    ...task.assigneeIds.map((id) => names.members[id]?.name),
  ];
  return [task.title, `${names.board.key}-${task.number}`, task.waitingFor?.who, ...labels].join("\n");
}

/** Everything on a card that can be searched, folded: title, number, labels, people. */
export function cardText(task: TaskCard, names: Names): string {
  const known = foldedCards.get(task);
  if (known && isStill(known, names)) return known.text;
  const { board, tags, contexts, projects, members } = names;
  const text = foldText(wordsOf(task, names));
  foldedCards.set(task, { board, tags, contexts, projects, members, text });
  return text;
}
