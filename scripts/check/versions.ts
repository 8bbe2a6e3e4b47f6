import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { PROJECT_ROOT } from "../prisma/database-side.ts";

type Manifest = Partial<Record<"dependencies" | "devDependencies" | "peerDependencies", Record<string, string>>>;

/** Every version stands once, in pnpm-workspace.yaml: packages name it with "catalog:" or mean a sibling. */
export function checkVersions(): string[] {
  return ["package.json", ...globSync("{apps,packages}/*/package.json", { cwd: PROJECT_ROOT })].flatMap((file) => {
    const { dependencies, devDependencies, peerDependencies } = JSON.parse(
      readFileSync(path.join(PROJECT_ROOT, file), "utf8"),
    ) as Manifest;
    return Object.entries({ ...dependencies, ...devDependencies, ...peerDependencies })
      .filter(([, version]) => version !== "catalog:" && version !== "workspace:*")
      .map(([name, version]) => `${file}: ${name} is "${version}", not "catalog:" or "workspace:*"`);
  });
}
