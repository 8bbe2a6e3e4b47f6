import { existsSync } from "node:fs";
import { userInfo } from "node:os";
import { chromium } from "@playwright/test";
import { runCommand } from "../check/run-command.ts";
import { runSystemCommand } from "./run-system-command.ts";
import { unpackChromium } from "./unpack-chromium.ts";

/** A Chromium that starts, and the environment it needs. */
export type Browser = { remark: string; env: Record<string, string> };

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/opt/google/chrome/chrome",
];
/** The same browser without windows, in half the time: for all journeys but those that need the whole one. */
const HEADLESS_SHELL = "/usr/bin/chromium-headless-shell";
const DOWNLOAD_WITHIN_MS = 300_000;

/**
 * Finds a Chromium, or brings one: the one named in KANBAN_CHROMIUM, an installed one, Playwright's own; else Debian's
 * package (installed as root, unpacked into the data folder otherwise), else Playwright's download.
 * @returns undefined when none of that works.
 */
export async function ensureBrowser(): Promise<Browser | undefined> {
  const named = process.env["KANBAN_CHROMIUM"];
  if (named) return { remark: named, env: { KANBAN_CHROMIUM: named } };
  const installed = INSTALLED.find((file) => existsSync(file));
  if (installed) {
    // Worth bringing where nobody minds: half the time of all journeys.
    if (process.env["CI"] && !existsSync(HEADLESS_SHELL)) await installDebianPackages("chromium-headless-shell");
    return browserAt(installed);
  }
  return (
    playwrightsOwn() ?? (await installDebianChromium()) ?? (await downloadWithPlaywright()) ?? (await unpackChromium())
  );
}

const browserAt = (file: string): Browser => ({
  remark: file,
  env: { KANBAN_CHROMIUM: file, ...(existsSync(HEADLESS_SHELL) ? { KANBAN_HEADLESS_SHELL: HEADLESS_SHELL } : {}) },
});

function playwrightsOwn(): Browser | undefined {
  return existsSync(chromium.executablePath()) ? { remark: "Playwright's own Chromium", env: {} } : undefined;
}

async function installDebianChromium(): Promise<Browser | undefined> {
  await installDebianPackages("chromium", "chromium-headless-shell");
  return existsSync("/usr/bin/chromium") ? browserAt("/usr/bin/chromium") : undefined;
}

/** Installs what Debian has of those names, where it may; where nothing comes of it the rest goes on. */
async function installDebianPackages(...names: string[]): Promise<void> {
  if (userInfo().uid !== 0 || !existsSync("/usr/bin/apt-get")) return;
  console.log(`  Installing Debian's ${names.join(" and ")} …`);
  const apt = (...args: string[]) =>
    runSystemCommand("apt-get", ["--quiet", "-o", "Acquire::http::Timeout=20", "-o", "Acquire::Retries=1", ...args], {
      env: { DEBIAN_FRONTEND: "noninteractive" },
    });
  await apt("update");
  // Each by itself: older releases have no shell without windows, and do without.
  for (const name of names) await apt("install", "--yes", "--no-remove", "--no-install-recommends", name);
}

async function downloadWithPlaywright(): Promise<Browser | undefined> {
  console.log("  Downloading Playwright's Chromium …");
  await runCommand("playwright", ["install", "chromium"], { timeoutMs: DOWNLOAD_WITHIN_MS });
  return playwrightsOwn();
}
