import { findFreePort, isPortFree } from "@kanban/local-postgres/free-port";

/** A port, and a remark when it is not the usual one. */
export type ChosenPort = { port: number; remark: string };

/** A process's usual port, and the variable that names another. */
export type PortWish = { variable: string; usual: number };

type Env = Record<string, string | undefined>;

const HIGHEST_PORT = 65_535;

/**
 * A port for each process: the one its variable names, else the usual one, else the next free one. None of them
 * listens yet, so a port that moves also keeps clear of what the others use or may want.
 * @throws when a variable names a port that is taken, also by another of these, or no port at all: whoever asks for a
 * port means it.
 */
export async function choosePorts<Name extends string>(
  wishes: Record<Name, PortWish>,
  env: Env,
): Promise<Record<Name, ChosenPort>> {
  const names = Object.keys(wishes) as Name[];
  const kept = new Map<number, string>();
  const chosen: Partial<Record<Name, ChosenPort>> = {};
  for (const name of names) {
    const port = await readPort(wishes[name].variable, env, kept);
    if (port !== null) chosen[name] = { port, remark: "" };
  }
  const usual = new Set(names.map((name) => wishes[name].usual));
  for (const name of names) {
    chosen[name] ??= await findPort(wishes[name], kept, usual);
  }
  return chosen as Record<Name, ChosenPort>;
}

async function readPort(variable: string, env: Env, kept: Map<number, string>): Promise<number | null> {
  const wanted = env[variable];
  if (!wanted) return null;
  const port = Number(wanted);
  if (!Number.isInteger(port) || port < 1 || port > HIGHEST_PORT)
    throw new Error(`${variable} must be a port from 1 to ${HIGHEST_PORT}, not "${wanted}".`);
  const other = kept.get(port);
  if (other) throw new Error(`${other} and ${variable} both ask for port ${port}.`);
  if (!(await isPortFree(port)))
    throw new Error(`Port ${port}, which ${variable} asks for, is taken by another program.`);
  kept.set(port, variable);
  return port;
}

async function findPort(
  { variable, usual }: PortWish,
  kept: Map<number, string>,
  usualOfAll: ReadonlySet<number>,
): Promise<ChosenPort> {
  let port = await findFreePort(kept.has(usual) ? usual + 1 : usual);
  while (port !== usual && (kept.has(port) || usualOfAll.has(port))) port = await findFreePort(port + 1);
  kept.set(port, variable);
  const remark = `(port ${usual} is taken: using ${port}; ${variable} chooses another)`;
  return { port, remark: port === usual ? "" : remark };
}
