import type { TaskId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { expect } from "vitest";
import { apiTest, newBoard, newMutationId, newTasks, refusalOf } from "../testing/api-test.ts";
import { purgeTrash } from "./purge-trash.repository.ts";

apiTest(
  "the trash keeps a task for its days, restores it until then, and the archive keeps it for ever",
  async ({ api, apiDatabase: { pool } }) => {
    const ada = await api.newPerson();
    const { boardId, columns } = await newBoard(ada);
    const [old, young, archived] = (await newTasks(ada, boardId, columns.next.id, 3)) as [TaskId, TaskId, TaskId];
    const base = () => ({ boardId, mutationId: newMutationId() });
    await ada.api.checklistItem.create({ ...base(), taskId: old, itemId: crypto.randomUUID(), text: "Step" });
    for (const taskId of [old, young]) await ada.api.task.remove({ ...base(), taskId });
    await ada.api.task.archive({ ...base(), taskId: archived });
    const age = (taskId: TaskId, column: string, days: number) =>
      pool.query(`UPDATE task SET ${column} = now() - $2::int * interval '1 day' WHERE id = $1`, [taskId, days]);
    await age(old, "deleted_at", limits.trashDays + 1);
    await age(young, "deleted_at", limits.trashDays - 1);
    await age(archived, "archived_at", 10 * limits.trashDays);

    expect(await purgeTrash(pool)).toBe(1);
    expect(await purgeTrash(pool)).toBe(0);
    expect((await refusalOf(ada.api.task.restore({ ...base(), taskId: old }))).refusal).toBe("TASK_NOT_FOUND");
    for (const taskId of [young, archived]) await ada.api.task.restore({ ...base(), taskId });
    const { tasks } = await ada.api.board.snapshot({ boardId });
    expect(tasks.map(({ id }) => id).sort()).toEqual([young, archived].sort());
  },
);
