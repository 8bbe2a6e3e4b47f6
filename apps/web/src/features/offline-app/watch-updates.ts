/** Asks for a new version so often, and whenever the app is looked at again. */
const lookEveryMs = 60 * 60 * 1000;

/**
 * Registers the service worker and watches for new versions: `onReady` gets one that waits, and how to begin it. Answers
 * how to stop watching; the service worker stays.
 */
export function watchUpdates(onReady: (begin: () => void) => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  // The first worker of a browser takes over a page that needs no reload.
  let isReplacing = false;
  navigator.serviceWorker.addEventListener(
    "controllerchange",
    () => {
      if (isReplacing) location.reload();
    },
    { signal },
  );
  const offer = (worker: ServiceWorker) =>
    onReady(() => {
      isReplacing = true;
      worker.postMessage({ type: "SKIP_WAITING" });
    });
  void register(signal, offer).catch(() => {
    // Forbidden or unreachable: the app works, only not without a network.
  });
  return () => stop.abort();
}

async function register(signal: AbortSignal, offer: (worker: ServiceWorker) => void): Promise<void> {
  const registration = await navigator.serviceWorker.register("/sw.js");
  if (signal.aborted) return;
  const consider = (worker: ServiceWorker | null) => {
    if (worker?.state === "installed" && navigator.serviceWorker.controller) offer(worker);
  };
  consider(registration.waiting);
  registration.addEventListener(
    "updatefound",
    () => {
      const worker = registration.installing;
      worker?.addEventListener("statechange", () => consider(worker), { signal });
    },
    { signal },
  );
  const look = () => void registration.update().catch(() => undefined);
  const timer = setInterval(look, lookEveryMs);
  signal.addEventListener("abort", () => clearInterval(timer));
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && look(), { signal });
}

/** Has the page of an address kept for a start without a network: it may have been reached without loading it. */
export async function keepPage(pathname: string): Promise<void> {
  const registration = await navigator.serviceWorker.ready;
  registration.active?.postMessage({ type: "keep-page", url: new URL(pathname, location.origin).href });
}
