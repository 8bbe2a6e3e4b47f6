import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig, devices } from "@playwright/test";
import { address, ports } from "./e2e/application/addresses.ts";
import { timeZone } from "./e2e/fixtures/day-from-now.ts";

const isCi = Boolean(process.env["CI"]);
// Where there is one, without windows: that takes half the time. e2e/fixtures/extension.ts needs the whole browser.
const { KANBAN_HEADLESS_SHELL: shell, KANBAN_CHROMIUM: named } = process.env;
const chromium = [shell, named, "/usr/bin/chromium-headless-shell", "/usr/bin/chromium"].find(
  (file) => file && existsSync(file),
);
// The journeys' own data: made anew for every run, never the developer's.
const dataFolder = path.join(process.env["KANBAN_E2E_DATA"] ?? tmpdir(), `kanban-e2e-${ports.web}`);

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/e2e",
  fullyParallel: true,
  forbidOnly: isCi,
  retries: isCi ? 1 : 0,
  // The product itself (three processes and a database) runs on the same two cores.
  workers: 2,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  globalTeardown: "./e2e/application/remove-data.ts",
  metadata: { dataFolder },
  use: {
    baseURL: address,
    locale: "en-GB",
    timezoneId: timeZone,
    reducedMotion: "reduce",
    // Requests of a service worker cannot be intercepted; offline-start.spec.ts is about it and allows it.
    serviceWorkers: "block",
    // Writing one down costs an eighth of the time: where there is a second try, only that is.
    trace: isCi ? "on-first-retry" : "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
  projects: [
    {
      name: "desktop",
      testIgnore: "**/*.phone.spec.ts",
      use: { ...devices["Desktop Chrome"], viewport: { width: 1920, height: 960 } },
    },
    {
      name: "phone",
      testMatch: "**/*.phone.spec.ts",
      use: { ...devices["Pixel 7"], viewport: { width: 360, height: 740 } },
    },
  ],
  webServer: {
    command: `"${process.execPath}" scripts/start.ts`,
    url: address,
    // The first start builds the web app.
    timeout: 300_000,
    reuseExistingServer: !isCi,
    stdout: "pipe",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 45_000 },
    env: {
      KANBAN_DATA_DIR: dataFolder,
      WEB_PORT: String(ports.web),
      API_PORT: String(ports.api),
      WORKER_PORT: String(ports.worker),
      POSTGRES_PORT: String(ports.postgres),
      // The worker may read the pages a test serves; no test needs the Internet.
      FETCH_ALLOW: `127.0.0.1:${ports.pages}`,
      LOG_LEVEL: "info",
      // The mail server of mail.spec.ts.
      MAIL_ALLOW: `127.0.0.1:${ports.imap}`,
      NEXT_TELEMETRY_DISABLED: "1",
    },
  },
});
