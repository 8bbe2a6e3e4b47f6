import { mkdirSync } from "node:fs";
import { randomUUID } from "node:crypto";
import path from "node:path";
import type { BoardSnapshot } from "@kanban/domain/board-view";
import { withClient } from "@kanban/testing/open-client";
import { defineProgram } from "../../rig/program.ts";
import { ask, must, signUpAgain } from "../../rig/person.ts";
import type { Subject } from "./ground.ts";

/** Starts the API on what was moved: somebody signs in with the old password, sees a board and adds a task to it. */
export async function productWorks({ folder, urls, apiToWorkerUrl, people }: Subject): Promise<string[]> {
  const logFolder = path.join(folder, "logs");
  mkdirSync(logFolder, { recursive: true });
  const api = await defineProgram({
    name: "api",
    main: "apps/api/src/main.ts",
    env: {
      API_DATABASE_URL: urls.api,
      API_TO_WORKER_URL: apiToWorkerUrl,
      AUTH_SECRET: "a secret that only chaos knows, 32 and more",
      APP_URL: "http://localhost:3000",
    },
    logFolder,
  });
  const lastEvent = () =>
    withClient(urls.api, async (client) => {
      const { rows } = await client.query<{ position: string; id: string }>(
        "SELECT position, id FROM event_log ORDER BY position DESC LIMIT 1",
      );
      return rows[0]!;
    });
  const before = await lastEvent();
  try {
    await api.start();
    await api.untilReady();
    // Somebody without a twin, whose address differs by capitals: only one of the two signs in with it.
    const person = await signUpAgain(
      api.url,
      people.find(({ email }) => email.startsWith("chloe"))!,
    );
    const [board] = await ask<{ id: string }[]>(person, "board.list", undefined);
    if (!board) return ["somebody who had boards has none"];
    const { columns } = await ask<BoardSnapshot>(person, "board.snapshot", { boardId: board.id });
    const column = columns.find(({ kind }) => kind === "inbox")!;
    const { events } = await must(person, "task.create", {
      ...{ boardId: board.id, taskId: randomUUID(), columnId: column.id, title: "the first one here" },
    });
    const after = await lastEvent();
    if (after.id !== events[0]?.id || BigInt(after.position) <= BigInt(before.position))
      return [`the new event is at ${after.position}, the last one moved at ${before.position}`];
    return [];
  } finally {
    await api.terminate();
  }
}
