import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { PROJECT_ROOT } from "../prisma/database-side.ts";
import { runCommand } from "./run-command.ts";

/** The compiler uses several threads itself: more than two at once only take turns. */
const AT_ONCE = 2;

/** Type-checks every package, the scripts and the root. @returns the compiler's messages, with paths from the root. */
export async function checkTypes(): Promise<string[]> {
  const waiting = findProjects();
  const complaints: string[] = [];
  const work = async () => {
    for (let project = waiting.shift(); project !== undefined; project = waiting.shift()) {
      const { exitCode, output } = await runCommand("tsc", ["--noEmit", "--pretty", "false", "--project", project]);
      if (exitCode !== 0) complaints.push(output.trim());
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return complaints;
}

function findProjects(): string[] {
  const folders = ["apps", "packages"].flatMap((parent) =>
    readdirSync(path.join(PROJECT_ROOT, parent)).map((name) => `${parent}/${name}`),
  );
  return [".", "scripts", "bench", ...folders].filter((folder) =>
    existsSync(path.join(PROJECT_ROOT, folder, "tsconfig.json")),
  );
}
