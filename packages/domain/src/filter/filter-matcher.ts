import type { BoardView } from "../board-view.ts";
import type { TaskCard } from "../entities.ts";
import type { UserId } from "../ids.ts";
import { openBlockers } from "../task-links.ts";
import { cardText, type Names } from "./card-text.ts";
import { type Asking, dueTest } from "./due-test.ts";
import { type Facet, facets, type Filter, type Trait } from "./filter.ts";
import { foldText } from "./fold-text.ts";
import { knownValues } from "./known-values.ts";

const dayMs = 86_400_000;
type Test = (task: TaskCard) => boolean;
/** What a filter is asked of: names, and what tasks are to each other. */
type Asked = Names & Pick<BoardView, "links" | "tasks">;
type Asker = Asking & { me: UserId | null };

/** A filter made ready for one board and moment: answers whether a task is shown. */
export function filterMatcher(filter: Filter, names: Asked, asker: Asker): Test {
  const words = foldText(filter.text).split(/\s+/u).filter(Boolean);
  const tests = facets.flatMap((facet) => {
    const alternatives = knownValues(filter, facet, names).map((value) => facetTest(facet, value, names, asker));
    return alternatives.length === 0 ? [] : [(task: TaskCard) => alternatives.some((test) => test(task))];
  });
  return (task) => {
    if (!tests.every((test) => test(task))) return false;
    if (words.length === 0) return true;
    const text = cardText(task, names);
    return words.every((word) => text.includes(word));
  };
}

function facetTest(facet: Facet, value: string, names: Asked, asker: Asker): Test {
  switch (facet) {
    case "tag":
      return hasId((task) => task.tagIds, value);
    case "context":
      return hasId((task) => task.contextIds, value);
    case "project":
      return (task) => (task.projectId ?? "none") === value;
    case "assignee":
      return hasId((task) => task.assigneeIds, value === "me" ? (asker.me ?? "") : value);
    case "priority":
      return (task) => task.priority === value;
    case "energy":
      return (task) => task.energy === value;
    case "due":
      return dueTest(value, asker);
    case "age":
      return (task) => asker.now - Date.parse(task.enteredColumnAt) >= Number(value) * dayMs;
    case "estimate":
      return (task) => task.estimateMinutes !== null && task.estimateMinutes <= Number(value);
    case "is":
      return traitTest(value as Trait, names, asker.now);
  }
}

function hasId(idsOf: (task: TaskCard) => readonly string[], value: string): Test {
  return value === "none" ? (task) => idsOf(task).length === 0 : (task) => idsOf(task).includes(value);
}

function traitTest(trait: Trait, asked: Asked, now: number): Test {
  switch (trait) {
    case "blocked":
      return (task) => task.finishedAt === null && openBlockers(asked, task.id) > 0;
    case "waiting":
      return (task) => task.waitingFor !== null;
    case "checklist":
      return (task) => task.checklistTotal > 0;
    case "notes":
      return (task) => task.hasNotes;
    case "stale":
      return (task) =>
        task.finishedAt === null && now - Date.parse(task.enteredColumnAt) >= asked.board.sleepAfterDays * dayMs;
  }
}
