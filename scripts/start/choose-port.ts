import { findFreePort, isPortFree } from "@kanban/local-postgres/free-port";

/** A port, and a remark when it is not the usual one. */
export type ChosenPort = { port: number; remark: string };

const HIGHEST_PORT = 65_535;

/**
 * The port for one process: the one its variable names, else the usual one, else the next free one.
 * @throws when the variable names a port that is taken or no port at all: whoever asks for a port means it.
 */
export async function choosePort(
  variable: string,
  usual: number,
  env: Record<string, string | undefined>,
): Promise<ChosenPort> {
  const wanted = env[variable];
  if (wanted) {
    const port = Number(wanted);
    if (!Number.isInteger(port) || port < 1 || port > HIGHEST_PORT)
      throw new Error(`${variable} must be a port from 1 to ${HIGHEST_PORT}, not "${wanted}".`);
    if (!(await isPortFree(port)))
      throw new Error(`Port ${port}, which ${variable} asks for, is taken by another program.`);
    return { port, remark: "" };
  }
  const port = await findFreePort(usual);
  return { port, remark: port === usual ? "" : `(port ${usual} is taken: using ${port}; ${variable} chooses another)` };
}
