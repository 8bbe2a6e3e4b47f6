import { hash } from "node:crypto";
import type { FileStorage } from "@kanban/file-storage/file-storage";
import { advisoryLocks } from "@kanban/messaging/advisory-locks";
import { expect } from "vitest";
import { apiTest } from "../testing/api-test.ts";
import { forgetFiles } from "./forget-files.ts";

const names = ["one", "two", "three"].map((words) => hash("sha256", words));

/** A storage that holds only files nobody refers to any more. */
function storageOfOld(remove: FileStorage["remove"]): FileStorage {
  return {
    remove,
    removeLeftovers: () => Promise.resolve(),
    list: async function* () {
      for (const sha256 of names) yield { sha256, size: 7, storedAt: new Date(0) };
    },
  } as Partial<FileStorage> as FileStorage;
}

apiTest("no two files are deleted under the lock that uploads wait for", async ({ api }) => {
  const holders = new Set<string>();
  const storage = storageOfOld(async () => {
    const { rows } = await api.deps.pool.query<{ holder: string }>(
      `SELECT virtualtransaction AS holder FROM pg_locks WHERE locktype = 'advisory' AND granted
         AND classid = $1 AND objid = $2 AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      [...advisoryLocks.storedFiles],
    );
    for (const { holder } of rows) holders.add(holder);
  });
  expect(await forgetFiles(api.deps, storage)).toEqual({ rows: 0, files: names.length });
  expect(holders.size).toBe(names.length);
});

apiTest("the first file that cannot be deleted ends it, and those before stay deleted", async ({ api }) => {
  const asked: string[] = [];
  const storage = storageOfOld((sha256) => {
    asked.push(sha256);
    return asked.length === 2 ? Promise.reject(new Error("away")) : Promise.resolve();
  });
  await expect(forgetFiles(api.deps, storage)).rejects.toThrow("away");
  expect(asked).toEqual(names.slice(0, 2));
});

apiTest("a file that was referred to after it was looked at is kept", async ({ api }) => {
  const ada = await api.newPerson();
  const sorting = { name: "Mail", boardId: null, addresses: [], senders: [] };
  const { mailboxId } = await ada.api.mailbox.createHook(sorting);
  const removed: string[] = [];
  const storage = storageOfOld(async (sha256) => {
    removed.push(sha256);
    await api.deps.pool.query(
      `INSERT INTO quarantined_mail (id, mailbox_id, mail, reason, created_at)
       VALUES (gen_random_uuid(), $1, $2, 'unknown-sender', now())`,
      [mailboxId, { files: [{ sha256: names[1] }] }],
    );
  });
  expect(await forgetFiles(api.deps, storage)).toEqual({ rows: 0, files: 2 });
  expect(removed).toEqual([names[0], names[2]]);
});
