// The application, from nothing to an address in the browser: pnpm start
import { loadProjectEnv } from "./start/load-env-file.ts";
import { runApplication } from "./start/run-application.ts";

loadProjectEnv();
await runApplication({ watch: false });
