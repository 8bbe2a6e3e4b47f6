// The application with hot reload: pnpm dev
import { loadProjectEnv } from "./start/load-env-file.ts";
import { runApplication } from "./start/run-application.ts";

loadProjectEnv();
await runApplication({ watch: true });
