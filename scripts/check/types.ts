import { runCommand } from "./run-command.ts";

/** What turbo needs to run our own scripts: no telemetry, and no look for updates of the installation in each of them. */
const env = { TURBO_TELEMETRY_DISABLED: "1", pnpm_config_verify_deps_before_run: "false" };

/**
 * Type-checks what runs in Node.js, the two that are bundled for browsers, and what drives browsers. The compiler uses
 * several threads itself: more than two at once only take turns. @returns the compiler's messages.
 */
export async function checkTypes(): Promise<string[]> {
  const options = ["--concurrency=2", "--continue", "--output-logs=errors-only", "--no-update-notifier"];
  const { exitCode, output } = await runCommand(
    "turbo",
    ["run", "typecheck", "typecheck:node", "typecheck:browsers", ...options],
    { env },
  );
  return exitCode === 0 ? [] : [output.trim()];
}
