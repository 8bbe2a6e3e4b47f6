// Backs both databases up. Started by `pnpm backup`.
import { runBackup } from "./backup/run-backup.ts";
import { loadProjectEnv } from "./start/load-env-file.ts";

loadProjectEnv();
process.exitCode = await runBackup(process.argv.slice(2), process.env, (text) => console.log(text));
