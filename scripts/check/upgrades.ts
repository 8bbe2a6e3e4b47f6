import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { judgeMigrations, type Migration } from "../migrations/judge-migrations.ts";
import { DATABASE_SIDES, PROJECT_ROOT, SIDE_FILES, type DatabaseSide } from "../prisma/database-side.ts";
import { plantedBase, plantedBreakages } from "./planted-migrations.ts";

/** Came before the first release together with `init`: no version ever served between the two. */
const unserved: Record<DatabaseSide, string[]> = {
  api: ["20261123170000_event_bridge"],
  worker: ["20261123170000_event_bridge"],
};

/** Fewer migrations than this means that the folders were not read. */
const LEAST_MIGRATIONS = 5;

/**
 * Migrations run forward while the version before still serves, so each may only add, or take away what it declares as
 * unused (CONTRIBUTING.md). Checks those of both sides, and that each planted breakage is seen.
 */
export function checkUpgrades(): string[] {
  const complaints = DATABASE_SIDES.flatMap((side) => {
    const folder = SIDE_FILES[side].migrations;
    const migrations = readMigrations(path.join(PROJECT_ROOT, folder));
    return [
      ...judgeMigrations(migrations, new Set(unserved[side])).map((complaint) => `${folder}/${complaint}`),
      ...(migrations.length < LEAST_MIGRATIONS ? [`${folder}: only ${migrations.length} migrations were read`] : []),
    ];
  });
  return [...complaints, ...findBlindSpots()];
}

function findBlindSpots(): string[] {
  return Object.entries(plantedBreakages)
    .filter(([object, script]) => !judgePlanted(script).some((complaint) => complaint.includes(object)))
    .map(([object, script]) => `the breakage of ${object} was not seen: ${script}`);
}

/** What is said of a migration that comes after the planted base. */
export function judgePlanted(script: string): string[] {
  const base = { name: "20260101000000_init", script: plantedBase };
  return judgeMigrations([base, { name: "20260102000000_planted", script }]);
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, script: readFileSync(path.join(folder, name, "migration.sql"), "utf8") }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
