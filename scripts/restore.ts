// Puts a backup in the place of both databases. Started by `pnpm restore`.
import { runRestore } from "./backup/run-restore.ts";
import { loadProjectEnv } from "./start/load-env-file.ts";

loadProjectEnv();
process.exitCode = await runRestore(process.argv.slice(2), process.env, (text) => console.log(text));
