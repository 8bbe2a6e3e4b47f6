import { randomUUID } from "node:crypto";
import { waitFor } from "@kanban/testing/wait-for";
import { openPlainRig, type Rig } from "../rig/open-rig.ts";
import { type ChaosBoard, must, newBoard, type Person, reach, signUp } from "../rig/person.ts";
import { readUnrest } from "../rig/until-quiet.ts";
import type { Scenario, ScenarioContext } from "../scenario.ts";
import { badEvents, type Fate, fateOf, hurryRetries, poisonForApi, poisonForWorker } from "./versions/bad-events.ts";
import { readGoldenLog, type Sent, send } from "./versions/golden-log.ts";
import { newerApi, newerWorker, olderWorker } from "./versions/other-versions.ts";

const patienceMs = 30_000;

/** Old and new releases side by side, and every event any release ever wrote: nothing crashes, is lost or stands in the way. */
export const versionsSideBySide: Scenario = {
  id: "R12",
  promise: "other versions' events are kept or parked with a reason, and nobody else waits for them",
  run: async ({ nodeArgs, say }: ScenarioContext) => {
    const rig = await openPlainRig({ name: "r12", nodeArgs });
    try {
      const board = await newBoard(await signUp(rig.api.url), null);
      const wrong: string[] = [];
      const figures: Record<string, number> = {};
      const parts = { newerApiBesideToday, newerWorkerForToday, goldenLog, poison, olderWorkerForToday };
      for (const [name, part] of Object.entries(parts)) {
        const begin = performance.now();
        wrong.push(...(await part(rig, board, figures)).map((line) => `${name}: ${line}`));
        say(`${name}: ${((performance.now() - begin) / 1_000).toFixed(1)} s`);
      }
      return { wrong: [...wrong, ...rig.surprises()], figures };
    } finally {
      await rig.stop();
    }
  },
};

type Part = (rig: Rig, board: ChaosBoard, figures: Record<string, number>) => Promise<string[]>;

/** Both apis serve the same board; today's worker gets what either says. */
const newerApiBesideToday: Part = async (rig, board) => {
  const newer = await rig.addApi("newer-api", { nodeArgs: newerApi });
  await newer.start();
  const there: Person = reach(newer.url, board.person.cookie);
  await must(there, "tag.create", { boardId: board.id, tagId: randomUUID(), name: "shiny", color: "red" });
  await must(there, "context.create", { boardId: board.id, contextId: randomUUID(), name: "@new" });
  // Either api's relay may be the elected one: tasks are made until the newer one's has carried an event.
  await waitFor(
    async () => {
      await captureTask(board, there);
      const { rowCount } = await rig.databases.worker.query(
        "SELECT FROM event_inbox WHERE envelope ? 'traceId' AND type = 'task.created' LIMIT 1",
      );
      return rowCount === 1;
    },
    { timeoutMs: patienceMs, what: "an envelope of the newer api" },
  );
  await captureTask(board, board.person);
  await untilWorkedOff(rig);
  const wrong = await missingInProjection(rig);
  const { rows } = await rig.databases.worker.query<{ type: string; version: number; handled: boolean }>(
    `SELECT type, version, handled_at IS NOT NULL AS handled FROM event_inbox
     WHERE type = 'tag.polished' OR (type = 'context.created' AND version = 2)`,
  );
  if (rows.length !== 2 || !rows.every(({ handled }) => handled))
    wrong.push(`unknown events were not acknowledged: ${JSON.stringify(rows)}`);
  // Today's api serves a log that holds events it does not know.
  for (const [procedure, input] of [
    ["board.delta", { boardId: board.id, since: 1 }],
    ["board.snapshot", { boardId: board.id }],
  ] as const) {
    const { status } = await board.person.call("query", procedure, input);
    if (status !== 200) wrong.push(`today's ${procedure} answered ${status}`);
  }
  await newer.kill();
  return wrong;
};

/** Today's worker gives way to a newer one, which says more than today's api knows. */
const newerWorkerForToday: Part = async (rig, board) => {
  const newer = await rig.addWorker("newer-worker", { nodeArgs: newerWorker });
  await Promise.all([rig.worker.kill(), newer.start()]);
  const taskId = await captureTask(board, board.person);
  await waitFor(
    async () =>
      (await rig.databases.api.query("SELECT FROM hint WHERE task_id = $1 AND state = 'proposed'", [taskId])).rowCount,
    { timeoutMs: patienceMs, what: "a hint of the newer worker" },
  );
  const { rows } = await rig.databases.worker.query<{ id: string; type: string; version: number }>(
    "SELECT id, type, version FROM event_outbox WHERE envelope -> 'payload' ->> 'taskId' = $1",
    [taskId],
  );
  const fates = await settledFates(
    rig.databases.api,
    rows.map(({ id }) => id),
  );
  const wrong = fates.filter(({ state }) => state !== "handled").map((fate) => `today's api: ${JSON.stringify(fate)}`);
  // Each agent that found something said it in three ways.
  const ways = [...Map.groupBy(rows, ({ type, version }) => `${type} ${version}`).values()].map((said) => said.length);
  if (ways.length !== 3 || new Set(ways).size !== 1) wrong.push(`the newer worker said ${ways.join(", ")} things`);
  await newer.kill();
  await rig.worker.start();
  return wrong;
};

/** Everything any release wrote reaches both consumers; what a schema forbids is set aside, the rest is done. */
const goldenLog: Part = async (rig, board, figures) => {
  const { rows } = await rig.databases.api.query<{ epoch: string }>("SELECT epoch FROM instance");
  const { epoch } = rows[0]!;
  const { apiToWorkerUrl } = rig.clusters.worker.urls;
  const { workerToApiUrl } = rig.clusters.api.urls;
  const log = readGoldenLog(epoch);
  const golden = (name: string) => log.find((event) => event.name === name)!.envelope;
  const bad = badEvents({ golden });
  // What the instances say of themselves comes last: it may make them begin anew.
  const ofBoards = log.filter(({ envelope }) => envelope["boardId"] !== null);
  const ofInstances = log.filter(({ envelope }) => envelope["boardId"] === null);
  const wrong: string[] = [];
  for (const events of [ofBoards, ofInstances]) {
    const envelopes = events.map(({ envelope }) => envelope);
    await Promise.all([send(apiToWorkerUrl, envelopes), send(workerToApiUrl, envelopes)]);
    for (const side of ["worker", "api"] as const) {
      const fates = await settledFates(
        rig.databases[side],
        envelopes.map(({ id }) => id),
      );
      for (const [index, fate] of fates.entries())
        if (fate.state !== "handled") wrong.push(`${side}, ${events[index]!.name}: ${JSON.stringify(fate)}`);
    }
  }
  await send(
    apiToWorkerUrl,
    bad.map(({ envelope }) => envelope),
  );
  const parked = await settledFates(
    rig.databases.worker,
    bad.map(({ envelope }) => envelope.id),
  );
  for (const [index, fate] of parked.entries())
    if (fate.state !== "parked" || !bad[index]!.reason.test(fate.reason ?? ""))
      wrong.push(`a bad event was not parked for ${bad[index]!.reason}: ${JSON.stringify(fate)}`);
  await captureTask(board, board.person);
  await untilWorkedOff(rig);
  figures["golden events"] = log.length;
  figures["bad events"] = bad.length;
  return [...wrong, ...(await missingInProjection(rig))];
};

/** What fails on every try is tried a few times and set aside; meanwhile everybody else's events are done. */
const poison: Part = async (rig, board, figures) => {
  const { rows } = await rig.databases.api.query<{ epoch: string; actor: unknown }>(
    "SELECT i.epoch, e.actor FROM instance i, event_log e WHERE e.board_id = $1 AND e.actor IS NOT NULL LIMIT 1",
    [board.id],
  );
  const { epoch, actor } = rows[0]!;
  const log = readGoldenLog(epoch);
  const base = { golden: (name: string) => log.find((event) => event.name === name)!.envelope };
  const other = await newBoard(board.person, null);
  const poisonedId = await captureTask(other, other.person, "tomorrow 3pm at the dentist");
  const there = poisonForWorker(base);
  const here = poisonForApi(base, { boardId: other.id, taskId: poisonedId, actor });
  await Promise.all([
    send(rig.clusters.worker.urls.apiToWorkerUrl, [there.poison, there.next]),
    send(rig.clusters.api.urls.workerToApiUrl, [here]),
  ]);
  await waitFor(
    async () => {
      const fates = [await fateOf(rig.databases.worker, there.poison.id), await fateOf(rig.databases.api, here.id)];
      return fates.every(({ attempts }) => attempts > 0);
    },
    { timeoutMs: patienceMs, what: "the poison to have failed once" },
  );
  // Another board goes all the way there and back while the poison waits for its next try.
  const taskId = await captureTask(board, board.person);
  await waitFor(async () => (await rig.databases.api.query("SELECT FROM hint WHERE task_id = $1", [taskId])).rowCount, {
    timeoutMs: patienceMs,
    what: "another board's hint while poison waits",
  });
  const wrong: string[] = [];
  const poisoned = [
    ["worker", there.poison.id],
    ["api", here.id],
  ] as const;
  // Both are looked at before either's retries are hurried, which hurries both.
  for (const [side, id] of poisoned) {
    const waiting = await fateOf(rig.databases[side], id);
    if (waiting.state !== "open") wrong.push(`${side}: the poison was given up at once: ${JSON.stringify(waiting)}`);
  }
  for (const [side, id] of poisoned) {
    const fate = await waitFor(
      async () => {
        await hurryRetries(rig.databases);
        const now = await fateOf(rig.databases[side], id);
        return now.state === "open" ? null : now;
      },
      { timeoutMs: patienceMs, what: `the ${side}'s poison to be parked` },
    );
    if (fate.state !== "parked" || !fate.reason)
      wrong.push(`${side}: the poison was not parked: ${JSON.stringify(fate)}`);
    figures[`tries (${side})`] = fate.attempts;
  }
  const [next] = await settledFates(rig.databases.worker, [there.next.id]);
  if (next?.state !== "handled") wrong.push(`the poisoned board's next event: ${JSON.stringify(next)}`);
  return wrong;
};

/** A worker of an earlier release takes over: what it does not know it keeps, the rest it does. */
const olderWorkerForToday: Part = async (rig, board) => {
  const older = await rig.addWorker("older-worker", { nodeArgs: olderWorker });
  await Promise.all([rig.worker.kill(), older.start()]);
  const contextId = randomUUID();
  await must(board.person, "context.create", { boardId: board.id, contextId, name: "@later" });
  await captureTask(board, board.person);
  await untilWorkedOff(rig);
  const { rowCount } = await rig.databases.worker.query(
    `SELECT FROM event_inbox WHERE type = 'context.created' AND handled_at IS NOT NULL
     AND envelope -> 'payload' -> 'context' ->> 'id' = $1`,
    [contextId],
  );
  const wrong = rowCount === 1 ? [] : ["the older worker did not acknowledge what it does not know"];
  return [...wrong, ...(await missingInProjection(rig))];
};

async function captureTask({ id: boardId, columns }: ChaosBoard, person: Person, title = "call the dentist tomorrow") {
  const taskId = randomUUID();
  await must(person, "task.create", { boardId, taskId, columnId: columns["inbox"], title });
  return taskId;
}

/** Waits until nothing is open in the worker's inbox or on its way there. */
async function untilWorkedOff({ databases }: Rig): Promise<void> {
  await waitFor(
    async () => {
      const { unpublished, unhandledThere } = (await readUnrest({ databases })).unrest;
      return unpublished + unhandledThere === 0;
    },
    { timeoutMs: patienceMs, what: "the worker to have heard everything" },
  );
}

async function settledFates(pool: Rig["databases"]["api"], ids: readonly Sent["id"][]): Promise<Fate[]> {
  return waitFor(
    async () => {
      const fates = await Promise.all(ids.map((id) => fateOf(pool, id)));
      return fates.some(({ state }) => state === "open" || state === "not there") ? null : fates;
    },
    { timeoutMs: patienceMs, what: "events to be handled or parked" },
  );
}

/** Tasks of real boards the worker does not know as they are. */
async function missingInProjection({ databases: { api, worker } }: Rig): Promise<string[]> {
  const { rows: tasks } = await api.query<{ id: string; title: string }>("SELECT id, title FROM task");
  const { rows: known } = await worker.query<{ id: string; title: string }>(
    "SELECT task_id AS id, title FROM task_projection",
  );
  const titles = new Map(known.map(({ id, title }) => [id, title]));
  return tasks.filter(({ id, title }) => titles.get(id) !== title).map(({ title }) => `the worker lacks "${title}"`);
}
