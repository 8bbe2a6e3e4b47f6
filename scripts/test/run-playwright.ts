import { findFreePort } from "@kanban/local-postgres/free-port";
import { runCommand } from "../check/run-command.ts";
import type { Browser } from "./ensure-browser.ts";
import { countPlaywright } from "./playwright-report.ts";
import { readTally, reportFile, type Tally } from "./tally.ts";

/** Beside whatever already runs on this machine: the journeys start an application of their own. */
// Below 32768, where systems take the ports of outgoing connections from: a health check that knocks at a port of that
// range before its server listens can get that very port for itself, connect to itself and keep the server out.
const FIRST_PORT = 23_100;

/** Starts the built product on its own data and ports, runs the journeys through it, and counts them. */
export async function runPlaywright(browser: Browser): Promise<Tally> {
  const file = reportFile("playwright");
  const port = await findFreePort(FIRST_PORT);
  const { exitCode } = await runCommand("playwright", ["test", "--reporter=list,json"], {
    echo: true,
    env: { ...browser.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file, KANBAN_E2E_PORT: String(port) },
  });
  return readTally(file, exitCode, countPlaywright);
}
