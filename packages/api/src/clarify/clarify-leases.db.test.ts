import { randomUUID } from "node:crypto";
import type { TaskId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { waitFor } from "@kanban/testing/wait-for";
import { expect } from "vitest";
import { apiTest, newBoard, newTasks } from "../testing/api-test.ts";
import { forgetOldLeases } from "./lease.repository.ts";

apiTest(
  "an item is in one hand only, until that tab lets it go or falls silent",
  async ({ api, apiDatabase: { pool } }) => {
    const [ada, bob, eve] = [await api.newPerson(), await api.newPerson("Bob"), await api.newPerson("Eve")];
    const { boardId, columns } = await newBoard(ada);
    await api.deps.db.boardMember.create({ data: { boardId, userId: bob.userId, role: "editor" } });
    const ids = await newTasks(ada, boardId, columns.inbox.id, 5);
    const [first, second, third, fourth, fifth] = ids;
    const [adas, bobs] = [randomUUID(), randomUUID()];
    const take = async (who: typeof ada, tabId: string, wanted: TaskId[] = ids) =>
      (await who.api.clarify.take({ tabId, wanted })).taken;

    expect(await take(ada, adas, [first!, first!, ...ids])).toEqual([first, second, third]);
    expect(await take(bob, bobs)).toEqual([fourth, fifth]);
    // A strange board's items are passed over as if they did not exist, and so are a viewer's.
    expect(await take(eve, randomUUID())).toEqual([]);
    await api.deps.db.boardMember.create({ data: { boardId, userId: eve.userId, role: "viewer" } });
    await ada.api.clarify.release({ tabId: adas });
    expect(await take(eve, randomUUID())).toEqual([]);
    // Another's tab cannot be emptied.
    await eve.api.clarify.release({ tabId: bobs });
    expect(await take(ada, adas)).toEqual([first, second, third]);
    // What was handed out stays while a decision may be on its way; another tab of the same person gets it, too.
    expect(await take(ada, adas, [third!])).toEqual([third]);
    expect(await take(bob, bobs)).toEqual([fourth, fifth]);
    expect(await take(ada, randomUUID(), [first!])).toEqual([first]);

    await pool.query("UPDATE clarify_lease SET seen_at = now() - interval '61 seconds' WHERE tab_id = $1", [adas]);
    expect(await take(bob, bobs, [third!])).toEqual([third]);
    expect(await take(ada, adas, [third!])).toEqual([]);
    await pool.query("UPDATE clarify_lease SET seen_at = now() - interval '1 hour'");
    await forgetOldLeases(pool);
    expect(await api.deps.db.clarifyLease.count()).toBe(0);
    expect(api.defects).toEqual([]);
  },
);

apiTest(
  "of many who ask at once no two get the same item, and nobody goes with less than a hand holds while there are enough",
  async ({ api }) => {
    const people = await Promise.all(Array.from({ length: 6 }, (_, n) => api.newPerson(`Person ${n}`)));
    const { boardId, columns } = await newBoard(people[0]!);
    for (const { userId } of people.slice(1)) {
      await api.deps.db.boardMember.create({ data: { boardId, userId, role: "editor" } });
    }
    const ids = await newTasks(people[0]!, boardId, columns.inbox.id, 30);
    for (let round = 0; round < 5; round += 1) {
      await api.deps.db.clarifyLease.deleteMany();
      const answers = await Promise.all(
        people.map(({ api: { clarify } }) => clarify.take({ tabId: randomUUID(), wanted: ids })),
      );
      const taken = answers.flatMap((answer) => answer.taken);
      expect(new Set(taken).size).toBe(taken.length);
      for (const answer of answers) expect(answer.taken).toHaveLength(limits.clarifyLeases);
    }
    expect(api.defects).toEqual([]);
  },
);

apiTest(
  "who is beaten to the same items again and again still gets the next",
  async ({ api, apiDatabase: { pool } }) => {
    const [ada, bob] = [await api.newPerson(), await api.newPerson("Bob")];
    const { boardId, columns } = await newBoard(ada);
    const ids = await newTasks(ada, boardId, columns.inbox.id, 9);
    // Bob's two tabs have written down what they take and not committed: nobody sees it yet.
    const tabs = [await pool.connect(), await pool.connect()];
    const thirds = [ids.slice(0, 3), ids.slice(3, 6)];
    for (const [n, tab] of tabs.entries()) {
      await tab.query("BEGIN");
      await tab.query(
        "INSERT INTO clarify_lease (task_id, tab_id, user_id, seen_at) SELECT id, $1, $2, now() FROM unnest($3::uuid[]) id",
        [randomUUID(), bob.userId, thirds[n]],
      );
    }
    const answer = ada.api.clarify.take({ tabId: randomUUID(), wanted: ids });
    const waitsFor = "SELECT FROM pg_stat_activity WHERE $1 = ANY (pg_blocking_pids(pid))";
    for (const tab of tabs) {
      const { rows } = await tab.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
      await waitFor(async () => (await pool.query(waitsFor, [rows[0]!.pid])).rowCount, { what: "a look that waits" });
      await tab.query("COMMIT");
      tab.release();
    }
    expect((await answer).taken).toEqual(ids.slice(6));
  },
);
