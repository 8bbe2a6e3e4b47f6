type Load = () => Promise<unknown>;

/** Marks in the browser's timeline that everything in line has been asked for; for tests and for whoever measures. */
const allFetched = "parts-fetched";

/** Fetched at once when a screen has been drawn: hands need them next. */
const first: Load[] = [];
const waiting: Load[] = [];
let isStarted = false;
let isRunning = false;

/** Puts a part into the line of what is fetched once nobody waits for anything else. */
export function preloadLater(load: Load, isFirst: boolean): void {
  (isFirst ? first : waiting).push(load);
  if (isStarted) void run();
}

/**
 * Begins to fetch the parts in line, so that their first use feels like any other: the first ones at once, the others one
 * after another while the browser is idle. A hand that is about to do something does not wait for a screen to be drawn.
 */
function start(): void {
  if (isStarted) return;
  isStarted = true;
  void run();
}

/** Called by a screen that is being drawn: once it can be seen, the parts are fetched. */
export function startPreloading(): void {
  requestAnimationFrame(() => setTimeout(start));
  // A tab in the background has no frames.
  setTimeout(start, 500);
}

async function run(): Promise<void> {
  if (isRunning) return;
  isRunning = true;
  while (first.length + waiting.length > 0) {
    // Also those of a screen that has come while the rest was being fetched.
    await Promise.allSettled(first.splice(0).map((load) => load()));
    const load = waiting.shift();
    if (!load) continue;
    await idle();
    // Without a network it fails, and is tried again when it is needed.
    await load().catch(() => null);
  }
  isRunning = false;
  performance.mark(allFetched);
}

// Safari has no idle callbacks; a page that is never idle is idle enough after a second.
function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(() => resolve(), { timeout: 1_000 });
    else setTimeout(resolve, 50);
  });
}

if (typeof window !== "undefined") {
  for (const type of ["pointerdown", "keydown"] as const) {
    window.addEventListener(type, start, { once: true, capture: true, passive: true });
  }
  // Among the parts are those that send what is kept on the device: a screen that never says it is drawn has them, too.
  window.addEventListener("load", () => setTimeout(start, 5_000), { once: true });
}
