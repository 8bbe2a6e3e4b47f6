import { randomUUID } from "node:crypto";
import { judge } from "../oracles/judge.ts";
import { type FailpointRig, openFailpointRig } from "../rig/open-failpoint-rig.ts";
import { type ChaosBoard, newBoard, signUp } from "../rig/person.ts";
import { pursue } from "../rig/pursue.ts";
import { unlikeAnyOther } from "../rig/unlike-any-other.ts";
import { untilDone } from "../rig/until-done.ts";
import { untilQuiet } from "../rig/until-quiet.ts";
import type { Scenario } from "../scenario.ts";

/** The connections on which wake-ups come, and what each says to itself from time to time to know that it lives. */
const listeners = [
  { wire: "apiDb", applicationName: "kanban-api-listen", ping: /^SELECT pg_notify/ },
  { wire: "workerDb", applicationName: "kanban-worker-listen", ping: /^SELECT pg_notify/ },
] as const;

/** Loops look by themselves every second; a listener needs five to know. In between nothing but looking helps. */
const flowsWithinMs = 4_000;
/** From the swallowed ping on: five seconds without an answer, a pause, a connection. */
const replacedWithinMs = 10_000;

/** b6: wake-ups no longer arrive, and nobody says so. */
export const hungListener: Scenario = {
  id: "R2c",
  mostlyWaits: true,
  promise: "when wake-ups are swallowed events flow all the same, and the dead connection is replaced",
  run: async ({ nodeArgs }) => {
    const rig = await openFailpointRig({ name: "r2c", nodeArgs });
    try {
      const board = await untilDone(async () => newBoard(await signUp(rig.apiUrl)));
      const replacedMs = await Promise.all(listeners.map((listener) => hang(rig, board, listener)));
      await untilQuiet(rig);
      const flowedMs = await readSlowest(rig);
      const wrong = [...(await judge(rig)), ...rig.surprises()];
      if (flowedMs > flowsWithinMs) wrong.push(`an event took ${flowedMs} ms while nobody was woken`);
      for (const [index, ms] of replacedMs.entries())
        if (ms > replacedWithinMs) wrong.push(`${listeners[index]!.applicationName} was replaced after ${ms} ms`);
      return { wrong, figures: { slowestMs: flowedMs, replacedMs: Math.max(...replacedMs) } };
    } finally {
      await rig.stop();
    }
  },
};

/** Lets one listener's connection go dead and something happen; answers after how many milliseconds there is a new one. */
async function hang(
  rig: FailpointRig,
  board: ChaosBoard,
  { wire, applicationName, ping }: (typeof listeners)[number],
): Promise<number> {
  await rig.wires[wire].arm({ applicationName, statement: ping, moment: "before-send", effect: "swallow" }).hit;
  const begin = performance.now();
  const replaced = rig.wires[wire].arm({ applicationName, statement: /^LISTEN/, moment: "after-send", effect: "pass" });
  await pursue(
    board.person,
    rig.ledger,
    {
      id: randomUUID(),
      boardId: board.id,
      procedure: "task.create",
      input: { taskId: randomUUID(), columnId: board.columns["inbox"], title: unlikeAnyOther("call tomorrow 3pm") },
    },
    { attempts: 20 },
  );
  await replaced.hit;
  return Math.round(performance.now() - begin);
}

/** The longest that anything waited on one side: to be published, or to be handled once it was there. */
async function readSlowest({ databases }: FailpointRig): Promise<number> {
  const waits = (table: string, from: string, to: string) =>
    `SELECT coalesce(max(extract(epoch FROM ${to} - ${from})) * 1000, 0)::int AS ms FROM ${table}`;
  const queries = [
    [databases.api, waits("event_log", "occurred_at", "published_at")],
    [databases.api, waits("event_inbox", "received_at", "handled_at")],
    [databases.worker, waits("event_outbox", "created_at", "published_at")],
    [databases.worker, waits("event_inbox", "received_at", "handled_at")],
  ] as const;
  const answers = await Promise.all(queries.map(([pool, text]) => pool.query<{ ms: number }>(text)));
  return Math.max(...answers.map(({ rows }) => rows[0]!.ms));
}
