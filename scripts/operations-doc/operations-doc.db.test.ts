// Every command of docs/operations.md is run here for real, as far as a machine without Docker can.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseEnv } from "node:util";
import { withClient } from "@kanban/testing/open-client";
import { fillOldDatabase } from "@kanban/testing/predecessor/fill-old-database";
import { createOldTables } from "@kanban/testing/predecessor/old-tables";
import { waitFor } from "@kanban/testing/wait-for";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PROJECT_ROOT } from "../prisma/database-side.ts";
import { type CapturedTask, captureTask, hintAbout } from "../testing/capture-task.ts";
import { type Member, signUp } from "../testing/sign-up.ts";
import { type Program, watchProgram } from "../testing/start-program.ts";
import { plantNewerVersion } from "../upgrade/newer-version.ts";
import { findComposeFaults } from "./find-compose-faults.ts";
import { readCommands } from "./read-commands.ts";
import { runAsPsql } from "./run-as-psql.ts";
import { openScratchInstallation, type ScratchInstallation } from "./scratch-installation.ts";
import { askForTheImpossible, setEventAside, untilDeadLetter } from "./set-aside.ts";

const read = (file: string) => readFileSync(path.join(PROJECT_ROOT, file), "utf8");

let here: ScratchInstallation;
const programs: Program[] = [];
let member: Member;
let task: CapturedTask;

beforeAll(async () => {
  here = await openScratchInstallation();
}, 60_000);
afterAll(async () => {
  await stopPrograms();
  await here.stop();
}, 60_000);

async function stopPrograms(): Promise<void> {
  await Promise.all(programs.splice(0).map((program) => program.stop()));
}

type Rows<Row> = Promise<Row[]>;
const inApi = <Row extends object>(sql: string, values: unknown[] = []): Rows<Row> =>
  withClient(here.postgres.urls.apiDatabaseUrl, async (client) => (await client.query<Row>(sql, values)).rows);
const inWorker = <Row extends object>(sql: string, values: unknown[] = []): Rows<Row> =>
  withClient(here.postgres.urls.workerDatabaseUrl, async (client) => (await client.query<Row>(sql, values)).rows);

async function succeeds(command: string, says: RegExp | string, options?: { withUrls?: boolean }): Promise<string> {
  const { code, text } = await here.run(command, options);
  expect({ code, text }).toMatchObject({ code: 0, text: expect.stringMatching(says) });
  return text;
}

/** A decision of an operator, which is itself an event with the reason given. */
async function decides(command: string): Promise<void> {
  await succeeds(command, /Decided/);
  const reason = /--reason "(.*)"/.exec(command)?.[1];
  expect(
    await inApi("SELECT FROM event_log WHERE type = 'operation.decided' AND payload ->> 'reason' = $1", [reason]),
  ).toHaveLength(1);
}

async function runsAs(side: "api" | "worker", command: string): Promise<void> {
  const real = command.replace(/PORT=\d+/, "PORT=0").replace(`=${side}.env`, `=${here.envFiles[side]}`);
  const env = { PATH: [path.join(PROJECT_ROOT, "node_modules/.bin"), process.env["PATH"]].join(path.delimiter) };
  programs.push(await watchProgram(["sh", "-c", `exec env ${real}`], env));
}

async function restores(command: string): Promise<void> {
  await succeeds(command, /every file is what was backed up[\s\S]*Restored\./);
  expect(await inApi("SELECT title FROM task")).toEqual([{ title: "call the dentist tomorrow" }]);
  expect(await inWorker("SELECT title FROM task_projection")).toEqual([{ title: "call the dentist tomorrow" }]);
}

const isListed = (command: string) => expect(findComposeFaults(command)).toEqual([]);
const startsTheProgram = () => {
  // Each journey in a browser runs against what this starts, and .ci/run begins with it in a fresh clone.
  expect(JSON.parse(read("package.json"))).toMatchObject({ scripts: { start: "node scripts/start.ts" } });
  expect(read("playwright.config.ts")).toContain("scripts/start.ts`");
};
const notOurs = () => {
  // Of git and pnpm themselves: there is nothing of the project in them to test.
};

/** In the order they are run: a backup needs something to be backed up, and a restore a backup. */
const coverage: Record<string, (command: string) => Promise<unknown> | void> = {
  "cp env.template .env": async (command) => {
    expect(await here.run(command, { cwd: here.folder })).toEqual({ code: 0, text: "" });
    expect(parseEnv(readFileSync(path.join(here.folder, ".env"), "utf8"))).toMatchObject({ SIGN_UP: "open" });
  },
  "psql -h db-1 -U postgres -c 'CREATE DATABASE kanban_api'": (command) =>
    runAsPsql(command, here.postgres.urls.adminUrl, otherNames),
  [`PGOPTIONS="-c kanban.owner=kanban_api -c kanban.owner_password=secret1 -c kanban.publisher=worker_to_api -c kanban.publisher_password=secret2" psql -h db-1 -U postgres -d kanban_api -f packages/local-postgres/sql/roles.sql`]:
    async (command) => {
      await runAsPsql(command, here.postgres.urls.adminUrl, otherNames);
      const url = Object.assign(new URL(here.postgres.urls.apiDatabaseUrl), {
        ...{ username: "my_kanban", password: "secret1", pathname: "/my_kanban" },
      });
      await withClient(url.href, (client) => client.query("CREATE TABLE mine (id int)"));
    },
  "scripts/migrate-databases.sh --dry-run": (command) =>
    succeeds(command, /^api: to apply: \d+_init[\s\S]*^worker: to apply: \d+_init/m, { withUrls: true }),
  "scripts/migrate-databases.sh": (command) =>
    succeeds(command, /^api: applied \d+_init[\s\S]*^worker: applied \d+_init/m, { withUrls: true }),
  "scripts/migrate-databases.sh --from <old url> --dry-run": async (command) => {
    await makeOldDatabase();
    await succeeds(fromOld(command), /would be carried: \d+ people, \d+ boards, 3\d\d tasks[\s\S]*Nothing was changed/);
    expect(await inApi("SELECT FROM board")).toEqual([]);
  },
  "scripts/migrate-databases.sh --from <old url>": async (command) => {
    await succeeds(fromOld(command), /^Moved in /m);
    expect((await inApi("SELECT FROM task")).length).toBeGreaterThan(300);
  },
  "scripts/migrate-databases.sh --from <old url> --rollback": async (command) => {
    await succeeds(fromOld(command), /^Rolled back in /m);
    expect(await inApi("SELECT FROM task")).toEqual([]);
  },
  "PORT=3011 node --env-file=api.env apps/api/src/main.ts": async (command) => {
    await runsAs("api", command);
    await runsAs("api", command);
  },
  "PORT=3012 node --env-file=worker.env apps/worker/src/main.ts": async (command) => {
    await runsAs("worker", command);
    await runsAs("worker", command);
    member = await signUp(programs[1]!.url);
    task = await captureTask(member);
    await hintAbout(member, task);
  },
  "pnpm run doctor": (command) => succeeds(command, "All is well"),
  "pnpm backup": (command) => succeeds(command, /^Backed up [\d,]+ rows of \d+ tables and \d+ attached files into /m),
  'pnpm run doctor redrive api <event id> --reason "The disk was full"': async (command) => {
    const id = await setEventAside(here.postgres.urls, "api");
    await decides(command.replace("<event id>", id));
    expect(await inApi("SELECT redrives FROM event_inbox WHERE id = $1", [id])).toEqual([{ redrives: 1 }]);
  },
  'pnpm run doctor discard worker <event id> --reason "Sent by a test"': async (command) => {
    const id = await setEventAside(here.postgres.urls, "worker");
    await decides(command.replace("<event id>", id));
    const discarded = () => inWorker("SELECT FROM event_inbox WHERE id = $1 AND discarded_at IS NOT NULL", [id]);
    await waitFor(async () => (await discarded()).length > 0, { what: "the event to be discarded" });
  },
  'pnpm run doctor retry <job id> --reason "The agent was mended"': async (command) => {
    await askForTheImpossible(here.postgres.urls);
    const id = await untilDeadLetter(here.postgres.urls);
    await decides(command.replace("<job id>", id));
    // It has not been mended, so it fails once more.
    await untilDeadLetter(here.postgres.urls, id);
    expect(await inWorker("SELECT FROM pgboss.job WHERE id = $1", [id])).toEqual([]);
  },
  'pnpm run doctor discard job <job id> --reason "Its task is gone"': async (command) => {
    await decides(command.replace("<job id>", await untilDeadLetter(here.postgres.urls)));
    const left = () => inWorker("SELECT FROM pgboss.job WHERE name = 'dead-letters' AND state < 'completed'");
    await waitFor(async () => (await left()).length === 0, { what: "the dead letter to be left for good" });
  },
  'pnpm run doctor rebuild --reason "Hints look wrong"': async (command) => {
    await inWorker("UPDATE task_projection SET title = 'something else'");
    await decides(command);
    const right = () => inWorker("SELECT FROM task_projection WHERE title = 'call the dentist tomorrow'");
    await waitFor(async () => (await right()).length > 0, { what: "the board to be taken anew", timeoutMs: 30_000 });
  },
  'pnpm run doctor begin-epoch --reason "The data folder is a copy"': async (command) => {
    const epoch = () => inApi<{ epoch: string }>("SELECT epoch FROM instance");
    const before = await epoch();
    await decides(command);
    expect(await epoch()).not.toEqual(before);
  },
  "pnpm restore latest --replace": async (command) => {
    expect(await here.run(command)).toMatchObject({ code: 3, text: expect.stringContaining("is in use") });
    await stopPrograms();
    await inApi("DELETE FROM task");
    await restores(command);
  },
  "pnpm restore latest --only worker --replace": async (command) => {
    await inWorker("DELETE FROM task_projection");
    await restores(command);
  },
  "pnpm restore <backup> --replace": async (command) => {
    // After an upgrade that is to be undone.
    const newer = plantNewerVersion({ api: `ALTER TABLE "task" DROP COLUMN "needs_breakdown";` });
    expect(await newer.deploy(here.urls)).toMatchObject({ code: 0 });
    newer.remove();
    const [backup = ""] = readdirSync(path.join(here.folder, "backups"));
    await restores(command.replace("<backup>", path.join(here.folder, "backups", backup)));
    await succeeds("scripts/migrate-databases.sh --dry-run", /^api: up to date$/m, { withUrls: true });
  },
  // There is no Docker engine here: scripts/compose.test.ts reads the files, and these must name what is in them.
  "docker compose up --build --wait": isListed,
  "docker compose --profile mail up --wait": isListed,
  "docker compose stop web worker api": isListed,
  "npx -y pnpm@12 start": startsTheProgram,
  "pnpm start": startsTheProgram,
  "git pull": notOurs,
  "git checkout <version>": notOurs,
  "pnpm install": notOurs,
};

const oldUrl = () => Object.assign(new URL(here.postgres.urls.adminUrl), { pathname: "/kanban" }).href;
const fromOld = (command: string) => command.replace("<old url>", `'${oldUrl()}'`);

/** The predecessor's, on the same server. */
async function makeOldDatabase(): Promise<void> {
  await withClient(here.postgres.urls.adminUrl, (client) => client.query("CREATE DATABASE kanban"));
  await withClient(oldUrl(), async (client) => {
    await createOldTables(client);
    await fillOldDatabase(client, { seed: 1, boards: 2, tasks: 300, events: 900, now: new Date() });
  });
}

/** Beside the databases that are there already. */
const otherNames = { kanban_api: "my_kanban", worker_to_api: "my_publisher" };

test("every command of the document is in the list below, and no other", () => {
  expect(new Set(Object.keys(coverage))).toEqual(new Set(readCommands(read("docs/operations.md"))));
});

test.each(Object.entries(coverage))(
  "%s",
  async (command, cover) => {
    await cover(command);
  },
  60_000,
);

test("a compose command that names what is not there is found out", () => {
  expect(findComposeFaults("docker compose --profile post up --detach nobody")).toHaveLength(3);
});
