import { spawnSync } from "node:child_process";
import path from "node:path";
import { expect, inject, test } from "vitest";
import { PROJECT_ROOT } from "./prisma/database-side.ts";

function run(args: string[], env: Record<string, string>): { code: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(path.join(PROJECT_ROOT, "scripts/migrate-databases.sh"), args, {
    encoding: "utf8",
    env: { PATH: "/usr/bin:/bin", ...env },
  });
  return { code: status, output: `${stdout}${stderr}` };
}

const databases = () => ({
  API_DATABASE_URL: inject("postgres").adminUrl,
  WORKER_DATABASE_URL: inject("postgres").adminUrl,
});

test("--help explains itself and every exit code", () => {
  const { code, output } = run(["--help"], {});
  expect(code).toBe(0);
  for (const exitCode of ["0", "2", "3", "4"]) expect(output).toMatch(new RegExp(`^ {2}${exitCode} {2}\\S`, "m"));
});

test("--from --help explains the move and every exit code", () => {
  const { code, output } = run(["--from", "x", "--help"], {});
  expect(code).toBe(0);
  for (const exitCode of ["0", "2", "3", "4", "5", "6"])
    expect(output).toMatch(new RegExp(`^ {2}${exitCode} {2}\\S`, "m"));
});

test("the words of a move reach it", () => {
  expect(run(["--from", "nothing"], databases())).toMatchObject({
    code: 2,
    output: expect.stringContaining("--from needs a PostgreSQL URL"),
  });
});

test("a dry run says what would be applied", () => {
  const { code, output } = run(["--dry-run"], databases());
  expect(code).toBe(0);
  expect(output).toMatch(/^api: to apply: \d+_init/m);
  expect(output).toMatch(/^worker: to apply: \d+_init/m);
});

test("a missing variable is named in one line", () => {
  expect(run([], { API_DATABASE_URL: databases().API_DATABASE_URL })).toEqual({
    code: 2,
    output: "WORKER_DATABASE_URL is not set. Run with --help for what it should be.\n",
  });
});

test("a malformed variable is named, and its value is not repeated", () => {
  const { code, output } = run([], { ...databases(), API_DATABASE_URL: "http://user:secret@host" });
  expect(code).toBe(2);
  expect(output).toMatch(/^API_DATABASE_URL is not a PostgreSQL URL/);
  expect(output).not.toContain("secret");
});

test("a server that does not answer stops everything before anything is changed", () => {
  const { code, output } = run([], { ...databases(), WORKER_DATABASE_URL: "postgresql://a:b@127.0.0.1:1/c" });
  expect(code).toBe(3);
  expect(output).toContain("WORKER_DATABASE_URL cannot be reached");
  expect(output).not.toContain("applied");
});

test("an unknown option is refused", () => {
  expect(run(["--frobnicate"], databases())).toMatchObject({
    code: 2,
    output: expect.stringContaining("--frobnicate"),
  });
});
