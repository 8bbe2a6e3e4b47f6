import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { PROJECT_ROOT } from "../prisma/database-side.ts";

const KNOWN_FLAGS = new Set(["--build", "--wait"]);
const KNOWN_COMMANDS = new Set(["up", "stop"]);

/** What in a `docker compose` command is not in docker-compose.yml, or not known to this check. */
export function findComposeFaults(command: string): string[] {
  const { services } = parse(readFileSync(path.join(PROJECT_ROOT, "docker-compose.yml"), "utf8")) as {
    services: Record<string, { profiles?: string[] }>;
  };
  const profiles = Object.values(services).flatMap((service) => service.profiles ?? []);
  const words = command.replace(/^docker compose /, "").split(" ");
  const faults: string[] = [];
  while (words[0] === "--profile") {
    const [, profile = ""] = words.splice(0, 2);
    if (!profiles.includes(profile)) faults.push(`there is no profile ${profile}`);
  }
  const [verb = "", ...rest] = words;
  if (!KNOWN_COMMANDS.has(verb)) faults.push(`${verb} is unknown`);
  for (const word of rest)
    if (word.startsWith("-") ? !KNOWN_FLAGS.has(word) : !(word in services)) faults.push(`there is no ${word}`);
  return faults;
}
