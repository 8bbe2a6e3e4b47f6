import { expect } from "vitest";
import { apiTest, newBoard, newMutationId, newTasks, orderIn, refusalOf } from "../testing/api-test.ts";

apiTest("a task lands after the task it was dropped under", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns } = await newBoard(ada);
  const [one, two, three] = await newTasks(ada, boardId, columns.next.id, 3);
  const { events } = await ada.api.task.move({
    boardId,
    taskId: three!,
    toColumnId: columns.next.id,
    afterId: one!,
    mutationId: newMutationId(),
  });
  const snapshot = await ada.api.board.snapshot({ boardId });
  expect(orderIn(snapshot, columns.next.id)).toEqual([one, three, two]);
  expect(events.map((event) => [event.seq, event.change.type])).toEqual([[5, "task.moved"]]);
  expect(api.defects).toEqual([]);
});

apiTest("a full column refuses another task and nothing is written", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns } = await newBoard(ada);
  await newTasks(ada, boardId, columns.doing.id, 3);
  const [fourth] = await newTasks(ada, boardId, columns.next.id, 1);
  const before = await ada.api.board.snapshot({ boardId });
  const move = { boardId, taskId: fourth!, toColumnId: columns.doing.id, mutationId: newMutationId() };
  expect(await refusalOf(ada.api.task.move(move))).toEqual({ code: "CONFLICT", refusal: "WIP_LIMIT_REACHED" });
  expect(await ada.api.board.snapshot({ boardId })).toEqual(before);
});
