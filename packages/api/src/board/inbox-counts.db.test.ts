import { expect } from "vitest";
import { apiTest, newBoard, newMutationId, newTasks } from "../testing/api-test.ts";

const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

apiTest(
  "the list of boards tells what is in their inboxes, and when of it what is put off comes back",
  async ({ api }) => {
    const ada = await api.newPerson();
    const { boardId, columns } = await newBoard(ada);
    const [first, second, third, gone] = await newTasks(ada, boardId, columns.inbox.id, 4);
    const [elsewhere] = await newTasks(ada, boardId, columns.next.id, 1);
    const inFourDays = dayFromNow(4);
    const ask = { boardId, mutationId: newMutationId() };
    await ada.api.task.update({ ...ask, taskId: first!, deferUntil: inFourDays });
    const later = new Date(Date.now() + 3_600_000).toISOString();
    await ada.api.task.update({ ...ask, mutationId: newMutationId(), taskId: second!, deferUntil: later });
    await ada.api.task.update({ ...ask, mutationId: newMutationId(), taskId: third!, deferUntil: dayFromNow(-4) });
    await ada.api.task.update({ ...ask, mutationId: newMutationId(), taskId: elsewhere!, deferUntil: inFourDays });
    await ada.api.task.update({ ...ask, mutationId: newMutationId(), taskId: gone!, deferUntil: inFourDays });
    await ada.api.task.archive({ boardId, mutationId: newMutationId(), taskId: gone! });
    const [listed] = await ada.api.board.list();
    const { seq } = await ada.api.board.snapshot({ boardId });
    expect(listed).toMatchObject({ openTasks: 4, inbox: { tasks: 3 }, seq });
    expect(listed?.inbox.deferredUntil.toSorted()).toEqual([later, inFourDays].sort());
  },
);
