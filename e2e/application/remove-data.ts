import { rmSync } from "node:fs";
import type { FullConfig } from "@playwright/test";

/** Takes the run's database and logs away; they stay when something failed and somebody is there to look at them. */
export default function removeData(config: FullConfig): void {
  const folder: unknown = config.metadata["dataFolder"];
  if (typeof folder === "string" && !process.env["KANBAN_E2E_KEEP"]) rmSync(folder, { recursive: true, force: true });
}
