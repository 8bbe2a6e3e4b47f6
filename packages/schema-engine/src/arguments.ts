/** What the Prisma CLI asked for: one of two quick checks, or a conversation over standard input. */
export type EngineTask = "can-connect-to-database" | "create-database" | "serve";

export type EngineArguments = { task: EngineTask; url: string };

/**
 * Reads the command line the Prisma CLI gives its engine: `--datasource '{"url":"…"}'`, then perhaps `cli <check>`.
 * Without a datasource (`migrate diff` between two files) the url is empty and nothing connects.
 * @throws on a check that newer CLIs may have and this engine does not.
 */
export function readArguments(argv: readonly string[]): EngineArguments {
  const at = argv.indexOf("--datasource");
  const datasource: unknown = at === -1 ? {} : JSON.parse(argv[at + 1] ?? "{}");
  const url =
    typeof datasource === "object" && datasource !== null && "url" in datasource && typeof datasource.url === "string"
      ? datasource.url
      : "";
  const cli = argv.indexOf("cli");
  if (cli === -1) return { task: "serve", url };
  const task = argv[cli + 1];
  if (task === "can-connect-to-database" || task === "create-database") return { task, url };
  throw new Error(`This schema engine does not know the check "${task ?? ""}".`);
}
