type Load = () => Promise<unknown>;

const waiting: Load[] = [];
let isStarted = false;
let isRunning = false;

/** Puts a part into the line of what is fetched once nobody waits for anything else. */
export function preloadLater(load: Load, isFirst: boolean): void {
  if (isFirst) waiting.unshift(load);
  else waiting.push(load);
  if (isStarted) void run();
}

/**
 * Begins to fetch the parts in line, one after another while the browser is idle, so that their first use feels like
 * any other. Called by a screen when it has been drawn; a hand that is about to do something does not wait for that.
 */
export function startPreloading(): void {
  if (isStarted) return;
  isStarted = true;
  void run();
}

async function run(): Promise<void> {
  if (isRunning) return;
  isRunning = true;
  for (let load = waiting.shift(); load; load = waiting.shift()) {
    await idle();
    // Without a network it fails, and is tried again when it is needed.
    await load().catch(() => null);
  }
  isRunning = false;
}

// Safari has no idle callbacks; a page that is never idle is idle enough after a second.
function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in window) requestIdleCallback(() => resolve(), { timeout: 1_000 });
    else setTimeout(resolve, 50);
  });
}

if (typeof window !== "undefined") {
  for (const type of ["pointerdown", "keydown"] as const) {
    window.addEventListener(type, startPreloading, { once: true, capture: true, passive: true });
  }
}
