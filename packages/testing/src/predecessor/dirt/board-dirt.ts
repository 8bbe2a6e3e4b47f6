import { addSpecialBoard } from "./add-special-board.ts";
import type { Dirt } from "./dirt.ts";

const todo = { name: "To do", type: "CONTEXT" };
const done = { name: "Done", type: "DONE" };
const twice = [1, 2];

export const boardDirt: Record<string, Dirt> = {
  async withoutOwner({ client }) {
    for (const n of twice) {
      const owner = `pg_temp.made('gone person', ${n})`;
      await addSpecialBoard(client, { name: `Left behind ${n}`, columns: [todo, done], tasks: 4, owner });
    }
  },

  async withoutColumns({ client }) {
    for (const n of twice) await addSpecialBoard(client, { name: `No columns ${n}`, columns: [], tasks: 3 });
  },

  /** They belong to those who signed up twice. */
  async empty({ client }) {
    for (const n of twice) {
      const owner = `pg_temp.made('person', ${10 + n})`;
      await addSpecialBoard(client, { name: `Empty ${n}`, columns: [], tasks: 0, owner });
    }
  },

  async withTwoDoneColumns({ client }) {
    for (const n of twice) {
      const columns = [todo, done, { name: "Really done", type: "DONE" }];
      await addSpecialBoard(client, { name: `Done twice ${n}`, columns, tasks: 9 });
    }
  },

  async withoutDoneColumn({ client }) {
    for (const n of twice) {
      await addSpecialBoard(client, { name: `Never done ${n}`, columns: [todo, { ...todo, name: "Later" }], tasks: 5 });
    }
  },

  async withStrangeConfigs({ client }) {
    const configs = [
      '{"staleThresholdDays": 7, "theme": "dark", "columns": {"collapsed": ["a"]}}',
      '{"theme": {"name": "light"}, "owner": null}',
      '{"staleThresholdDays": "7"}',
      '{"staleThresholdDays": "a week", "defaultWipLimit": null}',
      '{"defaultWipLimit": -2.5}',
      "null",
      "null",
      "[]",
      "{}",
    ];
    for (const [n, config] of configs.entries())
      await addSpecialBoard(client, { name: `Config ${n}`, columns: [todo, done], tasks: 1, config });
  },

  /** Two boards have gone, and left columns, tags, projects and tasks. */
  async goneWithoutTheirThings({ client }) {
    for (const n of twice) {
      const name = `Gone ${n}`;
      await addSpecialBoard(client, { name, columns: [todo, done], tasks: 4 });
      await client.query(
        `INSERT INTO "Tag" ("id", "boardId", "name", "createdAt", "updatedAt")
         SELECT pg_temp.made('tag ' || $1, 0), pg_temp.made('board ' || $1, 0), 'left', pg_temp.moment(), pg_temp.moment()`,
        [name],
      );
      await client.query(
        `INSERT INTO "Project" ("id", "boardId", "ownerId", "name", "createdAt", "updatedAt")
         SELECT pg_temp.made('project ' || $1, 0), pg_temp.made('board ' || $1, 0), pg_temp.made('person', 1), 'Left',
           pg_temp.moment(), pg_temp.moment()`,
        [name],
      );
      await client.query(`DELETE FROM "Board" WHERE "id" = pg_temp.made('board ' || $1, 0)`, [name]);
    }
  },

  async tagsThatDifferByCase({ client, boards }) {
    await client.query(
      `INSERT INTO "Tag" ("id", "boardId", "name", "color", "createdAt", "updatedAt")
       SELECT pg_temp.made('tag ' || name, board), pg_temp.made('board', board), name, NULL, pg_temp.moment(), pg_temp.moment()
       FROM generate_series(1, $1::int) AS board, unnest('{URGENT,Urgent,Büro}'::text[]) AS name WHERE board <= 3`,
      [boards],
    );
  },

  async projectsOfOneName({ client, boards }) {
    await client.query(
      `INSERT INTO "Project" ("id", "boardId", "ownerId", "name", "status", "createdAt", "updatedAt")
       SELECT pg_temp.made('second project', board), "boardId", "ownerId", name, 'paused', pg_temp.moment(), pg_temp.moment()
       FROM generate_series(1, $1::int) AS board JOIN "Project" ON "boardId" = pg_temp.made('board', board)
       WHERE board <= 3 AND name = 'Umbau Küche'`,
      [boards],
    );
  },

  async wipLimitsNobodyCanKeep({ client, boards }) {
    await client.query(
      `UPDATE "Column" SET "wipLimit" = CASE name WHEN '@Phone' THEN 0 ELSE -1 END
       FROM generate_series(1, $1::int) AS board
       WHERE "boardId" = pg_temp.made('board', board) AND board <= 3 AND name IN ('@Phone', 'Someday / Maybe')`,
      [boards],
    );
  },
};
