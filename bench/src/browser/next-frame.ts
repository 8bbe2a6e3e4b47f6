import { openBoard, type Site } from "./start-site.ts";

/** P11: with two seconds to the server and back, how many frames pass until a moved card is seen at its new place. */
export async function benchNextFrame(site: Site, large: string): Promise<void> {
  const context = await site.newContext();
  const page = await context.newPage();
  await openBoard(page, large);
  await page.waitForTimeout(2_000);
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const line = { offline: false, latency: 2_000, downloadThroughput: -1, uploadThroughput: -1 };
  await session.send("Network.emulateNetworkConditions", line);
  await page.locator("[data-task-id]").first().focus();
  const frames: number[] = [];
  for (let turn = 0; turn < 20; turn++) {
    await page.evaluate(() => {
      const placeOf = () => document.activeElement?.closest("li")?.getAttribute("aria-posinset");
      const begin = placeOf();
      const counted = new Promise<number>((done) => {
        addEventListener(
          "keydown",
          ({ key }) => {
            if (key !== "ArrowDown" && key !== "ArrowUp") return;
            let count = 0;
            const look = () => {
              count += 1;
              if (placeOf() !== begin || count > 300) done(count);
              else requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
          },
          { capture: true, once: true },
        );
      });
      Object.assign(window, { counted });
    });
    await page.keyboard.press(turn % 2 ? "Shift+ArrowUp" : "Shift+ArrowDown");
    frames.push(await page.evaluate(() => (window as unknown as { counted: Promise<number> }).counted));
  }
  const most = Math.max(...frames);
  console.log(
    `${most <= 2 ? "ok    " : "MISSED"} P11 frames until a move is seen, 2 s from the server: at most ${most} of ` +
      `${frames.length} moves (goal ≤ 2)`,
  );
  if (most > 2) process.exitCode = 1;
  await context.close();
}
