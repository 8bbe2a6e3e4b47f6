import { findFreePort } from "@kanban/local-postgres/free-port";

/** Names the first port of a step: a process that is away for a moment must not lose its port to another step. */
export const firstPortVariable = "KANBAN_CHAOS_FIRST_PORT";

// All of them below 32768, where systems take the ports of outgoing connections from.
const lowest = 24_000;
const portsOfStep = 400;

/** Where the n-th step of a run, counted from 1, begins to look; 0 is the run itself. */
export const firstPortOf = (step: number) => String(lowest + step * portsOfStep);

let next = Number(process.env[firstPortVariable] ?? lowest);

/** A free port that no other part of this run was given. */
export async function takePort(): Promise<number> {
  const wanted = next;
  next += 1;
  const port = await findFreePort(wanted);
  next = Math.max(next, port + 1);
  return port;
}
