// Types, lint, format, boundaries, unused code, versions and schema drift, one line each: pnpm check
import { runChecks } from "./check/run-checks.ts";

const { failures } = await runChecks();
process.exitCode = failures.length === 0 ? 0 : 1;
