/** Takes from the device what stands outside the page: the number on the app's icon, and the addresses visited. */
export function forgetOnDevice(): void {
  if ("clearAppBadge" in navigator) void navigator.clearAppBadge().catch(() => undefined);
  if ("serviceWorker" in navigator) navigator.serviceWorker.controller?.postMessage({ type: "forget-pages" });
}
