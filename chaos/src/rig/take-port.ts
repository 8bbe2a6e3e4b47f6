import { findFreePort } from "@kanban/local-postgres/free-port";

// Below 32768, where systems take the ports of outgoing connections from: a process that is away for a moment would
// lose its port to one of them. Runs side by side begin at different places.
let next = 24_000 + (process.pid % 70) * 100;

/** A free port that no other part of this run was given. */
export async function takePort(): Promise<number> {
  const wanted = next;
  next += 1;
  const port = await findFreePort(wanted);
  next = Math.max(next, port + 1);
  return port;
}
