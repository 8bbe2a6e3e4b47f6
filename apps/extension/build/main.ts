// Builds the extension for all browsers: pnpm --filter @kanban/extension build
import path from "node:path";
import { buildAll } from "./build-extension.ts";

for (const archive of await buildAll()) process.stdout.write(`${path.relative(process.cwd(), archive)}\n`);
