import { randomUUID } from "node:crypto";
import type { ColumnId, ContextId, MutationId, ProjectId, TagId, TaskId } from "@kanban/domain/ids";
import { expect } from "vitest";
import { apiTest, newBoard, newMutationId, newTaskId, type Person } from "../testing/api-test.ts";
import { allEvents, comparable, rebuildBoard } from "../testing/rebuild-board.ts";

/** Mulberry32: the same steps for the same seed on every machine. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Two hands on one board doing whatever comes to mind; refusals are part of it. */
async function playOn(
  { api }: Person,
  boardId: Awaited<ReturnType<typeof newBoard>>["boardId"],
  seed: number,
  steps: number,
) {
  const roll = seeded(seed);
  const pick = <Row>(rows: readonly Row[]): Row | undefined => rows[roll(Math.max(1, rows.length))];
  const made: {
    taskIds: TaskId[];
    columnIds: ColumnId[];
    tagIds: TagId[];
    contextIds: ContextId[];
    projectIds: ProjectId[];
  } = {
    taskIds: [],
    columnIds: (await api.board.snapshot({ boardId })).columns.map((column) => column.id),
    tagIds: [],
    contextIds: [],
    projectIds: [],
  };
  const asked: MutationId[] = [];
  const base = () => {
    const mutationId = newMutationId();
    asked.push(mutationId);
    return { boardId, mutationId };
  };
  const task = () => pick(made.taskIds) ?? newTaskId();
  const several = () => Array.from({ length: 1 + roll(5) }, task);
  const column = () => pick(made.columnIds)!;
  const labels = () => ({
    tagIds: made.tagIds.filter(() => roll(3) === 0),
    contextIds: made.contextIds.filter(() => roll(3) === 0),
    projectId: roll(2) ? (pick(made.projectIds) ?? null) : null,
  });
  const moves: (() => Promise<unknown>)[] = [
    () => {
      const taskId = newTaskId();
      made.taskIds.push(taskId);
      const title = `Task ${roll(1000)}`;
      return api.task.create({ ...base(), taskId, columnId: column(), title, ...labels(), beforeId: task() });
    },
    () => api.task.move({ ...base(), taskId: task(), toColumnId: column(), afterId: task() }),
    () => api.task.move({ ...base(), taskId: task(), toColumnId: column(), beforeId: task() }),
    () => api.task.move({ ...base(), taskId: task(), toColumnId: column() }),
    () =>
      api.task.update({ ...base(), taskId: task(), title: `Other ${roll(1000)}`, ...labels(), dueAt: "2026-12-01" }),
    () =>
      api.task.update({
        ...base(),
        taskId: task(),
        notes: roll(2) ? `Notes ${roll(9)}` : "",
        dueAt: "2026-12-01T10:00:00.5Z",
      }),
    () => {
      const waitingFor = { who: "Bob", since: "2026-11-20T10:00:00Z", followUpOn: "2026-12-24" };
      return api.task.update({ ...base(), taskId: task(), waitingFor: roll(2) ? waitingFor : null, energy: "low" });
    },
    () => api.task.archive({ ...base(), taskId: task() }),
    () => api.task.remove({ ...base(), taskId: task() }),
    () => api.task.restore({ ...base(), taskId: task() }),
    () =>
      api.column.update({
        ...base(),
        columnId: column(),
        contextId: pick(made.contextIds) ?? null,
        wipLimit: 1 + roll(6),
      }),
    () => api.column.move({ ...base(), columnId: column(), beforeId: column() }),
    () => {
      const columnId = randomUUID() as ColumnId;
      made.columnIds.push(columnId);
      return api.column.create({ ...base(), columnId, name: "More", kind: "next", afterId: column() });
    },
    () => api.column.remove({ ...base(), columnId: column() }),
    () => api.board.update({ ...base(), name: `Home ${roll(9)}`, wipPolicy: roll(2) ? "warn" : "block" }),
    () => {
      const tagId = randomUUID() as TagId;
      made.tagIds.push(tagId);
      return api.tag.create({ ...base(), tagId, name: `tag ${roll(99)}`, color: "red" });
    },
    () => {
      const contextId = randomUUID() as ContextId;
      made.contextIds.push(contextId);
      return api.context.create({ ...base(), contextId, name: `@${roll(99)}` });
    },
    () => {
      const projectId = randomUUID() as ProjectId;
      made.projectIds.push(projectId);
      return api.project.create({ ...base(), projectId, name: `Project ${roll(99)}` });
    },
    () => api.tag.remove({ ...base(), tagId: pick(made.tagIds) ?? randomUUID() }),
    () => api.context.remove({ ...base(), contextId: pick(made.contextIds) ?? randomUUID() }),
    () => api.project.remove({ ...base(), projectId: pick(made.projectIds) ?? randomUUID() }),
    () => api.board.undo({ undoes: [asked[asked.length - 1 - roll(Math.min(asked.length, 12))]!], ...base() }),
    () =>
      api.checklistItem.create({
        ...base(),
        taskId: task(),
        itemId: randomUUID(),
        text: "Step",
        isDone: roll(2) === 1,
      }),
    () => api.task.bulk({ ...base(), taskIds: several(), do: { kind: "move", toColumnId: column(), afterId: task() } }),
    () => {
      const { tagIds: addTagIds, contextIds: removeContextIds, projectId } = labels();
      const act = { kind: "update", addTagIds, removeContextIds, projectId, dueAt: "2026-12-01" } as const;
      return api.task.bulk({ ...base(), taskIds: several(), do: act });
    },
    () => api.task.bulk({ ...base(), taskIds: [task(), task()], do: { kind: roll(2) ? "archive" : "remove" } }),
  ];
  // Creating, moving and labelling often, the rest now and then.
  const weights = [5, 3, 3, 3, 4, 1, 1, 1, 1, 2, 1, 1, 0.2, 0.2, 0.3, 0.7, 0.7, 0.7, 0.4, 0.4, 0.4, 5, 1, 2, 2, 0.3];
  const bag = moves.flatMap((move, index) => Array.from({ length: Math.round(weights[index]! * 10) }, () => move));
  const codes = new Set<string>();
  for (let step = 0; step < steps; step++) {
    await pick(bag)!().catch((error: { code: string }) => codes.add(error.code));
  }
  return codes;
}

apiTest.for([1, 2, 3])(
  "a board rebuilt from its events is the board, after anything two hands did (seed %i)",
  async (seed, { api }) => {
    const ada = await api.newPerson();
    const { boardId, epoch } = await newBoard(ada);
    const codes = await Promise.all([playOn(ada, boardId, seed, 90), playOn(ada, boardId, seed + 1000, 90)]);

    const snapshot = await ada.api.board.snapshot({ boardId });
    const events = await allEvents(ada.api, boardId);
    expect(events.map((event) => event.seq)).toEqual(Array.from({ length: snapshot.seq }, (_, index) => index + 1));
    expect(comparable(rebuildBoard(events, epoch))).toEqual(comparable(snapshot));
    // The guard's counters count what is there.
    const counted = await api.deps.db.column.findMany({ where: { boardId }, select: { id: true, openTasks: true } });
    for (const { id, openTasks } of counted) {
      expect(openTasks).toBe(snapshot.tasks.filter((task) => task.columnId === id).length);
    }
    expect([...codes[0], ...codes[1]].filter((code) => !["NOT_FOUND", "CONFLICT"].includes(code))).toEqual([]);
    expect(api.defects).toEqual([]);
  },
);
