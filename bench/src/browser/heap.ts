import { openBoard, type Site } from "./start-site.ts";

async function sizeOf(site: Site, boardId: string) {
  const context = await site.newContext();
  const page = await context.newPage();
  await openBoard(page, boardId);
  await page.waitForTimeout(3_000);
  const session = await context.newCDPSession(page);
  await session.send("HeapProfiler.enable");
  await session.send("HeapProfiler.collectGarbage");
  await session.send("Performance.enable");
  const { metrics } = await session.send("Performance.getMetrics");
  const heapKb = (metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? 0) / 1_000;
  const drawn = await page.evaluate(() => ({
    elements: document.querySelectorAll("*").length,
    cards: document.querySelectorAll("[data-task-id]").length,
  }));
  await context.close();
  return { heapKb, ...drawn };
}

/** P13: heap and elements of 5,000 tasks beside 100; deterministic enough to take the median of three. */
export async function benchHeap(site: Site, small: string, large: string): Promise<void> {
  const rounds = [];
  for (let round = 0; round < 3; round++) rounds.push({ a: await sizeOf(site, small), b: await sizeOf(site, large) });
  const { a, b } = rounds.toSorted((x, y) => x.b.heapKb - y.b.heapKb)[1]!;
  const goalKb = 1.5 * a.heapKb + 2 * 5_000;
  const isMissed = b.heapKb > goalKb || b.cards > 150 || b.elements > 4_000;
  console.log(
    `${isMissed ? "MISSED" : "ok    "} P13 5,000 tasks: heap ${b.heapKb.toFixed(0)} kB (goal ≤ ${goalKb.toFixed(0)}, 100 tasks ` +
      `have ${a.heapKb.toFixed(0)}), ${b.cards} cards (goal ≤ 150), ${b.elements} elements (goal ≤ 4,000, 100 tasks ${a.elements})`,
  );
  if (isMissed) process.exitCode = 1;
}
