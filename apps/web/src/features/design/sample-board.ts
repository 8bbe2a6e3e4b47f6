import { allHints } from "@kanban/domain/hint/fold-hints";
import { viewOfSnapshot, type BoardView } from "@kanban/domain/board-view";
import type { Column, TaskCard } from "@kanban/domain/entities";
import {
  boardIdSchema,
  columnIdSchema,
  contextIdSchema,
  projectIdSchema,
  tagIdSchema,
  taskIdSchema,
  userIdSchema,
} from "@kanban/domain/ids";
import { evenRanks, type Rank } from "@kanban/domain/rank";
import type { Side } from "./both-themes.tsx";

const dayMs = 86_400_000;
const ranks = evenRanks(8);
const rankAt = (index: number) => ranks[index] as Rank;

/** A small board for one side of the page; ids differ by side, for both stand in one document. */
export function sampleBoard(side: Side, now: number) {
  const id = (n: number) => `00000000-0000-7000-8000-${side === "light" ? "a" : "b"}${String(n).padStart(11, "0")}`;
  const at = (days: number) => new Date(now + days * dayMs).toISOString();
  const [ada, leo] = [userIdSchema.parse(id(1)), userIdSchema.parse(id(2))];
  const [project, context, tag] = [
    projectIdSchema.parse(id(11)),
    contextIdSchema.parse(id(12)),
    tagIdSchema.parse(id(13)),
  ];
  const [next, doing, done, empty] = [21, 22, 23, 24].map((n) => columnIdSchema.parse(id(n))) as [
    Column["id"],
    Column["id"],
    Column["id"],
    Column["id"],
  ];
  const column = (columnId: Column["id"], name: string, kind: Column["kind"], wipLimit: number | null, n: number) => ({
    ...{ id: columnId, name, kind, wipLimit, contextId: null, rank: rankAt(n) },
  });
  const task = (n: number, columnId: Column["id"], title: string, more: Partial<TaskCard> = {}): TaskCard => ({
    ...{ id: taskIdSchema.parse(id(30 + n)), columnId, number: 180 + n, title, rank: rankAt(n) },
    ...{ contextIds: [], tagIds: [], projectId: null, assigneeIds: [], priority: "normal" },
    ...{ estimateMinutes: null, energy: null, waitingFor: null, deferUntil: null, dueAt: null },
    ...{ needsBreakdown: false, source: "web", capturedAt: at(-20), startedAt: null, finishedAt: null },
    ...{
      enteredColumnAt: at(-2),
      hasNotes: false,
      checklistTotal: 0,
      checklistDone: 0,
      attachmentCount: 0,
      cover: null,
      hintCount: 0,
      version: 1,
      commentCount: 0,
    },
    ...more,
  });
  const tasks = {
    plain: task(1, next, "Buy filters for the ventilation"),
    rich: task(2, next, "Call the tax office about the second letter before the holidays", {
      ...{
        priority: "high",
        checklistTotal: 5,
        checklistDone: 2,
        hintCount: 2,
        commentCount: 3,
        attachmentCount: 1,
        estimateMinutes: 30,
      },
      ...{ projectId: project, contextIds: [context], tagIds: [tag], assigneeIds: [ada, leo] },
      dueAt: at(1),
    }),
    late: task(3, doing, "Prepare the talk on household energy", {
      ...{ startedAt: at(-16), dueAt: at(-2), assigneeIds: [ada] },
    }),
    waiting: task(4, doing, "Quote for the balcony door", {
      waitingFor: { who: "carpenter", since: at(-12), followUpOn: at(0).slice(0, 10) },
    }),
    done: task(5, done, "Pay the electricity bill", { finishedAt: at(0) }),
  } satisfies Record<string, TaskCard>;
  const boardId = boardIdSchema.parse(id(0));
  const view: BoardView = viewOfSnapshot({
    ...{ epoch: "sample", seq: 1, role: "owner", userId: ada, links: [] },
    board: {
      id: boardId,
      name: "Home",
      key: "HOME",
      wipPolicy: "warn",
      sleepAfterDays: 14,
      isDemo: false,
      hints: allHints,
    },
    columns: [
      column(next, "Next", "next", null, 0),
      column(doing, "Doing", "doing", 2, 1),
      column(done, "Done", "done", null, 2),
      column(empty, "Someday", "someday", null, 3),
    ],
    tasks: Object.values(tasks),
    tags: [{ id: tag, name: "money", color: "orange" }],
    contexts: [{ id: context, name: "phone" }],
    projects: [{ id: project, name: "Flat", color: "green", desiredOutcome: "", status: "active" }],
    members: [
      { userId: ada, name: "Ada Kowalski", role: "owner" },
      { userId: leo, name: "Leo Marsh", role: "editor" },
    ],
  });
  return { boardId, view, tasks, columns: { next, doing, done, empty } };
}
