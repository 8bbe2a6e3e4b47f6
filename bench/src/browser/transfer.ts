import { gunzipSync, gzipSync } from "node:zlib";
import type { Site } from "./start-site.ts";

/** P14: what 5,000 tasks cost on the wire the first time, and what a second visit does. */
export async function benchTransfer(site: Site, large: string): Promise<void> {
  const context = await site.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const names = new Map<string, string>();
  const bytes = new Map<string, number>();
  session.on("Network.responseReceived", ({ requestId, response }) => {
    const name = /\/api\/trpc\/(board\.(?:snapshot|delta))/.exec(response.url)?.[1];
    if (name) names.set(requestId, name);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const name = names.get(requestId);
    if (name) bytes.set(name, (bytes.get(name) ?? 0) + encodedDataLength);
  });
  const first = page.waitForResponse(/board\.snapshot/);
  await page.goto(`/boards/${large}`);
  const body = await (await first).body();
  await page.locator("[data-task-id]").first().waitFor();
  // Kept on disk a second after it came.
  await page.waitForTimeout(3_000);
  const snapshotKb = (bytes.get("board.snapshot") ?? 0) / 1_000;
  bytes.clear();
  const again = page.waitForResponse(/board\.delta/);
  await page.reload();
  await (await again).finished();
  await page.waitForTimeout(500);
  const againKb = [...bytes.values()].reduce((sum, each) => sum + each, 0) / 1_000;
  await context.close();
  const plain = body[0] === 0x1f ? gunzipSync(body) : body;
  const isMissed = snapshotKb > 320 || againKb > 5;
  console.log(
    `${isMissed ? "MISSED" : "ok    "} P14 5,000 tasks: ${snapshotKb.toFixed(0)} kB on the wire (goal ≤ 320; gzip of the same ` +
      `at its best ${(gzipSync(plain, { level: 9 }).length / 1_000).toFixed(0)} kB), a second visit ${againKb.toFixed(2)} kB (goal ≤ 5)`,
  );
  if (isMissed) process.exitCode = 1;
}
