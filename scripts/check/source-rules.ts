import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { PROJECT_ROOT } from "../prisma/database-side.ts";

type Rule = { name: string; why: string; files: RegExp; except?: RegExp; forbids: RegExp; planted: string };

const source = /^(apps|packages|scripts|e2e|bench|chaos)\/.*\.tsx?$/;
const tests = /\.test\.tsx?$|\/testing\/|^packages\/testing\//;

/** What the linter has no rule for. Each carries a line it must catch, so that a broken pattern shows. */
const rules: Rule[] = [
  {
    name: "queries live in repositories",
    why: "elsewhere a load that is not scoped by membership would go unseen",
    files: /^(apps\/api|apps\/worker|packages\/api)\/src\/.*\.ts$/,
    // Beside the repositories: what asks about nobody's rows (health) and what works on everybody's (clearing up).
    except: new RegExp(`\\.repository\\.ts$|/(readiness|maintenance)\\.ts$|${tests.source}`),
    forbids:
      /\$(queryRaw|executeRaw)\b(?!`SELECT pg_advisory)|\b(tx|db|prisma)\.[a-zA-Z]+\.(find|create|update|upsert|delete|count|aggregate|groupBy)/,
    planted: "await ctx.tx.task.findMany({ where: { id } })",
  },
  {
    name: "no re-export of everything",
    why: "a barrel hides who uses what",
    files: source,
    forbids: /^export \* from/m,
    planted: `export * from "./task.ts";`,
  },
  {
    name: "no unsafe SQL and no HTML from text",
    why: "people's words are data",
    files: source,
    except: /^scripts\/check\/source-rules\.ts$/,
    forbids: /\$(queryRaw|executeRaw)Unsafe|dangerouslySetInnerHTML\s*=|\.innerHTML\s*=/,
    planted: "element.innerHTML = task.notes",
  },
  {
    name: "no fetch past the guard",
    why: "an address a person or page named leads anywhere; packages/safe-fetch checks where",
    files: /^(apps\/(api|worker)|packages)\/.*\.ts$/,
    // Beside the guard: the language model and the bucket, whose addresses an operator configures.
    except: new RegExp(
      `^packages/safe-fetch/|/language-model/post-chat\\.ts$|/file-storage/src/fetch-in-time\\.ts$|${tests.source}`,
    ),
    forbids: /(?<![\w.$])fetch\(|globalThis\.fetch|\bhttps?\.(get|request)\(/,
    planted: "await fetch(link.url)",
  },
  {
    name: "no skipped or focused test",
    why: "a test that does not run proves nothing",
    files: /\.(test|spec)\.tsx?$|^e2e\//,
    forbids: /\b(test|it|describe|DbTest)\.(only|skip|todo|fixme)\(|passWithNoTests|expect\(true\)/,
    planted: `test.skip("later", () => {})`,
  },
  {
    name: "no sleep in a test",
    why: "a pause is either too short or too long; wait for the condition (packages/testing/src/wait-for.ts)",
    files: /\.(test|spec)\.tsx?$|^e2e\//,
    forbids: /waitForTimeout\(|await (delay|sleep)\(|setTimeout\((resolve|done)\b/,
    planted: "await page.waitForTimeout(500)",
  },
];

const bannedNames = /(^|\/)(utils?|helpers?|common|misc)(\/|\.tsx?$)/;

/** Reads every source file git knows (or would know) once, and answers with file, rule and reason of each breach. */
export function checkSourceRules(): string[] {
  const files = listFiles();
  const blind = rules
    .filter((rule) => !rule.forbids.test(rule.planted))
    .map((rule) => `"${rule.name}" does not catch its own example`);
  const unnamed = files
    .filter((file) => source.test(file) && bannedNames.test(file))
    .map((file) => `${file}: say what it holds`);
  const breaches = files.flatMap((file) => {
    const due = rules.filter((rule) => rule.files.test(file) && !rule.except?.test(file));
    if (due.length === 0) return [];
    const text = readFileSync(path.join(PROJECT_ROOT, file), "utf8");
    return due
      .filter((rule) => file !== "scripts/check/source-rules.ts" && rule.forbids.test(text))
      .map((rule) => `${file}: ${rule.name} (${rule.why})`);
  });
  return [...blind, ...unnamed, ...breaches];
}

function listFiles(): string[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate"], {
    cwd: PROJECT_ROOT,
    encoding: "utf8",
  });
  const deleted = new Set(
    execFileSync("git", ["ls-files", "--deleted"], { cwd: PROJECT_ROOT, encoding: "utf8" }).split("\n"),
  );
  return listed.split("\n").filter((file) => file !== "" && !deleted.has(file));
}
