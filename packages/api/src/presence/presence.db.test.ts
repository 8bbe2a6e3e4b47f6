import { randomUUID } from "node:crypto";
import type { TaskId } from "@kanban/domain/ids";
import { expect } from "vitest";
import { apiTest, newBoard, newTasks, refusalOf } from "../testing/api-test.ts";
import { findStreamState } from "../sync/stream.repository.ts";
import { forgetOldPresence } from "./presence.repository.ts";

apiTest(
  "members are told who looks at a board and at which of its tasks, until a tab leaves or falls silent",
  async ({ api, apiDatabase: { pool } }) => {
    const [ada, bob, eve] = [await api.newPerson(), await api.newPerson("Bob"), await api.newPerson("Eve")];
    const { boardId, columns } = await newBoard(ada);
    const elsewhere = await newBoard(eve);
    await api.deps.db.boardMember.create({ data: { boardId, userId: bob.userId, role: "viewer" } });
    const [taskId] = (await newTasks(ada, boardId, columns.next.id, 1)) as [TaskId];
    const [foreign] = (await newTasks(eve, elsewhere.boardId, elsewhere.columns.next.id, 1)) as [TaskId];
    const watchers = async () => {
      const asked = {
        userId: ada.userId,
        sessionId: null,
        boardIds: [boardId],
        withPresence: true,
        withReadings: false,
      };
      return (await findStreamState(api.deps.db, asked)).watchers.get(boardId) ?? [];
    };
    const tabs = [randomUUID(), randomUUID(), randomUUID()] as const;

    await ada.api.presence.beat({ tabId: tabs[0], boardId, taskId: null });
    await ada.api.presence.beat({ tabId: tabs[1], boardId, taskId });
    await bob.api.presence.beat({ tabId: tabs[2], boardId, taskId: null });
    const of = (userId: string, taskIds: TaskId[]) => ({ userId, taskIds });
    expect(await watchers()).toEqual(
      [of(ada.userId, [taskId]), of(bob.userId, [])].toSorted((a, b) => (a.userId < b.userId ? -1 : 1)),
    );

    const astray = await refusalOf(bob.api.presence.beat({ tabId: tabs[2], boardId, taskId: foreign }));
    expect(astray.refusal).toBe("TASK_NOT_FOUND");
    const refused = await refusalOf(eve.api.presence.beat({ tabId: randomUUID(), boardId, taskId: null }));
    expect(refused.refusal).toBe("BOARD_NOT_FOUND");
    // Another's tab cannot be moved or ended.
    await refusalOf(eve.api.presence.beat({ tabId: tabs[2], boardId: elsewhere.boardId, taskId: null }));
    await eve.api.presence.leave({ tabId: tabs[2] });
    expect(await watchers()).toHaveLength(2);

    await bob.api.presence.leave({ tabId: tabs[2] });
    expect(await watchers()).toEqual([of(ada.userId, [taskId])]);
    await pool.query("UPDATE presence SET seen_at = now() - interval '1 hour'");
    expect(await watchers()).toEqual([]);
    await forgetOldPresence(pool);
    expect(await api.deps.db.presence.count()).toBe(0);
  },
);
