import { execFileSync } from "node:child_process";
import { userInfo } from "node:os";

/** The system user that owns the data and runs the server; null means "the user we already are". */
export type ServerUser = { name: string; uid: number; gid: number } | null;

/**
 * Chooses who runs PostgreSQL. It refuses to run as root, so root hands over to the system user `postgres`
 * (created when missing), else to `nobody`; everyone else runs it as themselves.
 */
export function chooseServerUser(): ServerUser {
  if (userInfo().uid !== 0) return null;
  return lookUp("postgres") ?? create("postgres") ?? lookUp("nobody") ?? refuse();
}

function lookUp(name: string): ServerUser {
  try {
    const id = (flag: string) =>
      Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
    return { name, uid: id("-u"), gid: id("-g") };
  } catch {
    return null;
  }
}

function create(name: string): ServerUser {
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", name], {
      stdio: "ignore",
    });
  } catch {
    return null;
  }
  return lookUp(name);
}

function refuse(): never {
  throw new Error(
    'PostgreSQL does not run as root, and no system user "postgres" could be found or created. Start as an ordinary user.',
  );
}
