// Types, lint, format, boundaries, unused code, versions and schema drift, one line each: pnpm check
import { runChecks } from "./check/run-checks.ts";

const { failed } = await runChecks();
process.exitCode = failed === 0 ? 0 : 1;
