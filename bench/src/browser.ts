import { benchDragFrames } from "./browser/drag-frames.ts";
import { benchFirstPaint } from "./browser/first-paint.ts";
import { benchHeap } from "./browser/heap.ts";
import { benchInteractions } from "./browser/interactions.ts";
import { benchNextFrame } from "./browser/next-frame.ts";
import { startSite } from "./browser/start-site.ts";
import { benchTransfer } from "./browser/transfer.ts";
import { benchWeight } from "./browser/weight.ts";

/* P8 to P14 in a real browser, on the built product. `node bench/src/browser.ts P9 P11` runs only these. */

const wanted = process.argv.slice(2);
const site = await startSite();
try {
  const small = await site.newBoard(100);
  const large = await site.newBoard(5_000);
  const benches: Record<string, () => Promise<void>> = {
    P8: () => benchFirstPaint(site, small, large),
    P9: () => benchInteractions(site, small, large),
    P10: () => benchDragFrames(site, large),
    P11: () => benchNextFrame(site, large),
    P12: () => benchWeight(site, small),
    P13: () => benchHeap(site, small, large),
    P14: () => benchTransfer(site, large),
  };
  for (const [name, run] of Object.entries(benches)) if (wanted.length === 0 || wanted.includes(name)) await run();
} finally {
  await site.stop();
}
