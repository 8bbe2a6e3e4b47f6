import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Site } from "./start-site.ts";

const web = fileURLToPath(new URL("../../../apps/web", import.meta.url));
const gzipKb = (body: Buffer | string) => gzipSync(body, { level: 9 }).length / 1_000;

/** What `next build` makes of an app with one empty page: the scripts its HTML asks a modern browser for. */
function emptyAppKb(): number {
  // Below apps/web, where Next and React are found.
  const folder = path.join(web, ".next", "empty-app");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, "app"), { recursive: true });
  writeFileSync(path.join(folder, "package.json"), '{ "private": true, "type": "module" }');
  writeFileSync(
    path.join(folder, "next.config.mjs"),
    `export default { turbopack: { root: ${JSON.stringify(path.resolve(web, "../.."))} } };`,
  );
  const component = (name: string, body: string) => `export default function ${name}({ children }) { return ${body}; }`;
  writeFileSync(path.join(folder, "app/layout.jsx"), component("Layout", "<html><body>{children}</body></html>"));
  writeFileSync(path.join(folder, "app/page.jsx"), component("Page", "<p>Empty</p>"));
  execFileSync(process.execPath, [path.join(web, "node_modules/next/dist/bin/next"), "build"], {
    cwd: folder,
    stdio: "ignore",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
  });
  const html = readFileSync(path.join(folder, ".next/server/app/index.html"), "utf8");
  const scripts = [...html.matchAll(/<script[^>]*src="\/_next\/([^"]+)"[^>]*>/g)].filter(
    ([tag]) => !/nomodule/i.test(tag),
  );
  const kb = scripts.reduce((sum, [, file]) => sum + gzipKb(readFileSync(path.join(folder, ".next", file!))), 0);
  rmSync(folder, { recursive: true, force: true });
  return kb;
}

/** P12: script and style of the board until it stands, beside an empty app of the same framework, built now. */
export async function benchWeight(site: Site, boardId: string): Promise<void> {
  const context = await site.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector("[data-task-id]")) return;
      observer.disconnect();
      performance.mark("first-card");
    });
    observer.observe(document, { childList: true, subtree: true });
  });
  const bodies: Promise<{ kind: "script" | "stylesheet"; url: string; kb: number }>[] = [];
  page.on("response", (response) => {
    const kind = response.request().resourceType();
    if (kind !== "script" && kind !== "stylesheet") return;
    bodies.push(response.body().then((body) => ({ kind, url: response.url(), kb: gzipKb(body) })));
  });
  await page.goto(`/boards/${boardId}`);
  await page.locator("[data-task-id]").first().waitFor();
  const early = await page.evaluate(() => {
    const drawnAt = performance.getEntriesByName("first-card")[0]!.startTime;
    return performance.getEntriesByType("resource").flatMap(({ name, startTime }) => (startTime < drawnAt ? name : []));
  });
  const kb = { script: 0, stylesheet: 0 };
  for (const file of await Promise.all(bodies)) if (early.includes(file.url)) kb[file.kind] += file.kb;
  await context.close();
  const empty = emptyAppKb();
  const isMissed = kb.script > 180 || kb.stylesheet > 20 || kb.script / empty > 1.6;
  console.log(
    `${isMissed ? "MISSED" : "ok    "} P12 script of the board: ${kb.script.toFixed(1)} kB (goal ≤ 180), ` +
      `${(kb.script / empty).toFixed(2)}x an empty app's ${empty.toFixed(1)} kB (goal ≤ 1.6x); style ${kb.stylesheet.toFixed(1)} kB (goal ≤ 20)`,
  );
  if (isMissed) process.exitCode = 1;
}
