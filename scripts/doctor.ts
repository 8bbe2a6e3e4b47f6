// Says how an installation is, and takes an operator's decisions. Started by `pnpm run doctor`.
import { doctor } from "./doctor/doctor.ts";
import { loadProjectEnv } from "./start/load-env-file.ts";

loadProjectEnv();
process.exitCode = await doctor(process.argv.slice(2), process.env, (text) => console.log(text));
