import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  cruise,
  type ICruiseOptions,
  type ICruiseResult,
  type IFlattenedRuleSet,
  type IResolveOptions,
} from "dependency-cruiser";
import { PROJECT_ROOT } from "../prisma/database-side.ts";
import { plantedViolations } from "./planted-violations.ts";

/** Fewer modules than this means that the checker did not read the tree. */
const LEAST_MODULES = 100;
/** An import by package name that must be seen arriving in the other package's source, or walls between packages are air. */
const KNOWN_EDGE = { from: "packages/api/src/trpc.ts", to: /^packages\/domain\/src\// };

type Configuration = {
  forbidden: { name: string }[];
  options: ICruiseOptions & { enhancedResolveOptions: Partial<IResolveOptions> };
};
const configuration = createRequire(import.meta.url)("../../.dependency-cruiser.cjs") as Configuration;

/** Checks the walls of the tree, and that the checker sees: every rule must catch its planted violation. */
export async function checkBoundaries(): Promise<string[]> {
  const real = await look(PROJECT_ROOT);
  const seen = real.modules.find((module) => module.source === KNOWN_EDGE.from)?.dependencies ?? [];
  return [
    ...real.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    ...(real.summary.totalCruised < LEAST_MODULES ? [`only ${real.summary.totalCruised} modules were read`] : []),
    ...(seen.some(({ resolved }) => KNOWN_EDGE.to.test(resolved))
      ? []
      : [`the import of the domain in ${KNOWN_EDGE.from} was not followed`]),
    ...(await findBlindRules()),
  ];
}

async function findBlindRules(): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "kanban-walls-"));
  try {
    for (const [file, { source }] of Object.entries(plantedViolations)) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), `${source}\n`);
    }
    const { summary } = await look(folder);
    const planted = Object.entries(plantedViolations).flatMap(([file, { breaks }]) =>
      breaks.map((rule) => ({ file, rule })),
    );
    const missed = planted.filter(
      ({ file, rule }) => !summary.violations.some((found) => found.from === file && found.rule.name === rule),
    );
    const untested = configuration.forbidden.filter(({ name }) => !planted.some(({ rule }) => rule === name));
    return [
      ...missed.map(({ file, rule }) => `${rule} did not catch the violation planted in ${file}`),
      ...untested.map(({ name }) => `${name} has no planted violation`),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function look(baseDir: string): Promise<ICruiseResult> {
  const { enhancedResolveOptions, ...options } = configuration.options;
  const { output } = await cruise(
    ["apps", "packages"],
    { ...options, baseDir, validate: true, ruleSet: { forbidden: configuration.forbidden } as IFlattenedRuleSet },
    enhancedResolveOptions as IResolveOptions,
  );
  return output as ICruiseResult;
}
