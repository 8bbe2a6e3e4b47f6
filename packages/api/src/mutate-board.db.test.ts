import { changePayloads } from "@kanban/domain/change";
import { type MutationName, mutationInputs } from "@kanban/domain/mutations";
import { boardEvents } from "@kanban/events/board-events";
import { readEvent } from "@kanban/events/read-event";
import { expect } from "vitest";
import { apiTest, newBoard, newMutationId, newTaskId, newTasks, refusalOf } from "./testing/api-test.ts";
import { acceptableInputs, furnishBoard, mutate } from "./testing/furnished-board.ts";
import { allEvents } from "./testing/rebuild-board.ts";

apiTest("a mutation asked again gets the same answer and is done once", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns } = await newBoard(ada);
  const create = { boardId, columnId: columns.next.id, title: "Call", mutationId: newMutationId() };
  const answer = await ada.api.task.create(create);
  expect(await ada.api.task.create(create)).toEqual(answer);
  const [taskId] = await newTasks(ada, boardId, columns.next.id, 1);
  const move = { boardId, taskId: taskId!, toColumnId: columns.doing.id, mutationId: newMutationId() };
  const moved = await ada.api.task.move(move);
  expect(await ada.api.task.move(move)).toEqual(moved);
  const snapshot = await ada.api.board.snapshot({ boardId });
  expect([snapshot.seq, snapshot.tasks.length]).toEqual([4, 2]);
});

apiTest("a mutation asked twenty times at once has one effect and one answer", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns } = await newBoard(ada);
  const create = { boardId, columnId: columns.next.id, title: "Call", mutationId: newMutationId() };
  const answers = await Promise.all(Array.from({ length: 20 }, () => ada.api.task.create(create)));
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  const snapshot = await ada.api.board.snapshot({ boardId });
  expect([snapshot.seq, snapshot.tasks.length]).toEqual([2, 1]);
  const another = { name: "Work", mutationId: newMutationId() };
  const boards = await Promise.all(Array.from({ length: 20 }, () => ada.api.board.create(another)));
  for (const board of boards) expect(board).toEqual(boards[0]);
  expect(await ada.api.board.list()).toHaveLength(2);
  expect(api.defects).toEqual([]);
});

apiTest("a mutation id used for something else is refused", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns } = await newBoard(ada);
  const create = { boardId, columnId: columns.next.id, title: "Call", mutationId: newMutationId() };
  await ada.api.task.create(create);
  const reused = { code: "UNPROCESSABLE_CONTENT", refusal: "MUTATION_ID_REUSED" };
  expect(await refusalOf(ada.api.task.create({ ...create, title: "Write" }))).toEqual(reused);
  const { mutationId } = create;
  expect(await refusalOf(ada.api.board.update({ boardId, name: "Work", mutationId }))).toEqual(reused);
  expect(await refusalOf(ada.api.board.create({ name: "Work", mutationId }))).toEqual(reused);
  expect((await ada.api.board.snapshot({ boardId })).seq).toBe(2);
});

apiTest("two people may use the same mutation id", async ({ api }) => {
  const [ada, bob] = [await api.newPerson(), await api.newPerson("Bob")];
  const mutationId = newMutationId();
  const [hers, his] = [await newBoard(ada), await newBoard(bob)];
  for (const [{ api: own }, { boardId, columns }] of [
    [ada, hers],
    [bob, his],
  ] as const) {
    await own.task.create({ boardId, columnId: columns.next.id, title: "Call", taskId: newTaskId(), mutationId });
    expect((await own.board.snapshot({ boardId })).tasks).toHaveLength(1);
  }
});

apiTest("a refused mutation may be asked again when the reason is gone", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns } = await newBoard(ada);
  const [first] = await newTasks(ada, boardId, columns.doing.id, 3);
  const [fourth] = await newTasks(ada, boardId, columns.next.id, 1);
  const move = { boardId, taskId: fourth!, toColumnId: columns.doing.id, mutationId: newMutationId() };
  expect(await refusalOf(ada.api.task.move(move))).toMatchObject({ refusal: "WIP_LIMIT_REACHED" });
  await ada.api.task.archive({ boardId, taskId: first!, mutationId: newMutationId() });
  expect((await ada.api.task.move(move)).events).toHaveLength(1);
});

apiTest("a mutation that changes nothing writes nothing, and answers so again", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns } = await newBoard(ada);
  const [one, two] = await newTasks(ada, boardId, columns.next.id, 2);
  const nothing = [
    () =>
      ada.api.task.move({
        boardId,
        taskId: two!,
        toColumnId: columns.next.id,
        afterId: one!,
        mutationId: newMutationId(),
      }),
    () => ada.api.task.update({ boardId, taskId: one!, title: "Task 1", mutationId: newMutationId() }),
    () => ada.api.board.update({ boardId, name: "Home", mutationId: newMutationId() }),
    () => ada.api.task.restore({ boardId, taskId: one!, mutationId: newMutationId() }),
    () => ada.api.board.restore({ boardId, mutationId: newMutationId() }),
    () => ada.api.column.move({ boardId, columnId: columns.done.id, mutationId: newMutationId() }),
  ];
  for (const ask of nothing) expect((await ask()).events).toEqual([]);
  const same = { boardId, name: "Home", mutationId: newMutationId() };
  expect(await ada.api.board.update(same)).toEqual(await ada.api.board.update(same));
  expect((await ada.api.board.snapshot({ boardId })).seq).toBe(3);
});

apiTest("every mutation tells what was before and after, in events their readers can read", async ({ api }) => {
  const ada = await api.newPerson();
  // A hint is decided once, and before its words change.
  const names = Object.keys(mutationInputs) as MutationName[];
  const isLate = (name: MutationName) => Number(!name.startsWith("hint."));
  // These need what another of the rounds before has taken away.
  const second = ["task.bulk", "hint.dismiss", "taskLink.create", "checklistItem.toTask", "task.toChecklistItem"];
  const third = ["task.clarify", "task.merge"];
  const first = names.filter((name) => ![...second, ...third].includes(name));
  const rounds = [first.toSorted((a, b) => isLate(a) - isLate(b)), second, third];
  for (const round of rounds) {
    const board = await furnishBoard(api, ada);
    const inputs = acceptableInputs(board);
    for (const name of round) {
      const { events } = await mutate(ada.api, name, inputs[name as MutationName]);
      // The only item of a list cannot move.
      if (name !== "checklistItem.move")
        expect({ name, events: events.length }).toEqual({ name, events: expect.toSatisfy((n) => n > 0) });
    }
    const rows = await api.deps.db.eventLog.findMany({
      where: { boardId: board.boardId },
      orderBy: { boardSeq: "asc" },
    });
    expect(rows.map((row) => Number(row.boardSeq))).toEqual(rows.map((_row, index) => index + 1));
    for (const { position: _position, publishedAt, ...row } of rows) {
      expect(publishedAt).toBeNull();
      const envelope = { ...row, boardSeq: Number(row.boardSeq), occurredAt: row.occurredAt.toISOString() };
      const read = readEvent(boardEvents, envelope);
      expect(read).toMatchObject({ outcome: "known" });
      // Nothing in the log that its own schema would drop.
      expect(changePayloads[row.type as keyof typeof changePayloads].parse(row.payload)).toEqual(row.payload);
      expect(row.actor).toEqual({
        userId: ada.userId,
        means: expect.stringMatching(/^(hand|hint)$/),
        timeZone: "Europe/Berlin",
      });
    }
  }
  expect(api.defects).toEqual([]);
});

apiTest("sixteen mutations of one board at once get consecutive seqs in the order they commit", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns } = await newBoard(ada);
  const titles = Array.from({ length: 16 }, (_, index) => `Task ${index}`);
  const answers = await Promise.all(
    titles.map((title) =>
      ada.api.task.create({ boardId, columnId: columns.inbox.id, title, mutationId: newMutationId() }),
    ),
  );
  const seqs = answers.flatMap((answer) => answer.events.map((event) => event.seq));
  expect(seqs.toSorted((a, b) => a - b)).toEqual(titles.map((_title, index) => index + 2));
  const events = await allEvents(ada.api, boardId);
  const numbers = events.flatMap(({ change }) => (change.type === "task.created" ? [change.payload.card.number] : []));
  expect(numbers).toEqual(titles.map((_title, index) => index + 1));
});

apiTest("a task's way over the board is kept for the flow metrics", async ({ api, clock }) => {
  const ada = await api.newPerson();
  const { boardId, columns } = await newBoard(ada);
  const [taskId, other] = (await newTasks(ada, boardId, columns.inbox.id, 2)) as [
    ReturnType<typeof newTaskId>,
    ReturnType<typeof newTaskId>,
  ];
  const base = () => {
    clock.advance({ hours: 1 });
    return { boardId, taskId, mutationId: newMutationId() };
  };
  await ada.api.task.move({ ...base(), toColumnId: columns.doing.id });
  await ada.api.task.move({ ...base(), toColumnId: columns.inbox.id });
  await ada.api.task.move({ ...base(), toColumnId: columns.inbox.id, afterId: other });
  await ada.api.task.archive(base());
  await ada.api.task.remove(base());
  await ada.api.task.restore(base());
  const kept = await api.deps.db.taskTransition.findMany({ where: { taskId }, orderBy: { id: "asc" } });
  expect(kept.map(({ fromKind, toKind, at }) => [fromKind, toKind, at.getUTCHours()])).toEqual([
    [null, "inbox", 9],
    ["inbox", "doing", 10],
    ["doing", "inbox", 11],
    ["inbox", null, 13],
    [null, "inbox", 15],
  ]);
});
