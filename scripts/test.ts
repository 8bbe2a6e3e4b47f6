// Everything: checks, unit and database tests, chaos and journeys in a real browser, with one closing line: pnpm test
import { rmSync } from "node:fs";
import { areClientsCurrent, generateClients } from "./prisma/generate.ts";
import { runChecks } from "./check/run-checks.ts";
import { step } from "./start/step.ts";
import { ensureBrowser, type Browser } from "./test/ensure-browser.ts";
import { runChaos } from "./test/run-chaos.ts";
import { runPlaywright } from "./test/run-playwright.ts";
import { runVitest } from "./test/run-vitest.ts";
import { REPORT_FOLDER, type Tally } from "./test/tally.ts";

const total: Tally = { passed: 0, failures: [] };
const add = ({ passed, failures }: Tally) => {
  total.passed += passed;
  total.failures.push(...failures);
};

rmSync(REPORT_FOLDER, { recursive: true, force: true });
console.log("\nPrerequisites");
if (!areClientsCurrent()) await step("prisma", () => generateClients({ capture: true }));
let browser: Browser | undefined;
await step("browser", async () => {
  browser = await ensureBrowser();
  return browser ? browser.remark : "none";
});

console.log("\nChecks");
add(await runChecks());
console.log("\nUnit and database tests");
add(await runVitest());
console.log("\nChaos");
add(await runChaos());
console.log("\nJourneys in a browser");
if (browser) add(await runPlaywright(browser));
else {
  console.log("  There is no Chromium here and none could be fetched. Install one (Debian: apt-get install chromium)");
  console.log("  or name one in KANBAN_CHROMIUM, then try again.");
  add({ passed: 0, failures: ["no browser to take the journeys in"] });
}

if (total.failures.length > 0) console.log("\nFailed");
for (const failure of total.failures) console.log(`  ${failure}`);
// Automation reads this line; nothing may follow it.
console.log(`\n${total.passed} passed, ${total.failures.length} failed`);
process.exitCode = total.failures.length === 0 ? 0 : 1;
