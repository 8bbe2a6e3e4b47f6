import { untilLoaded } from "../../frame/until-loaded.ts";

/** The composer, for `lazy`. */
export const loadComposer = () =>
  untilLoaded(() => import("./composer.tsx")).then(({ Composer }) => ({ default: Composer }));

/** The form of the capture dialog, for `lazy`. */
export const loadCaptureForm = () =>
  untilLoaded(() => import("./capture-form.tsx")).then(({ CaptureForm }) => ({ default: CaptureForm }));

/** Fetches all of quick add while nobody waits, so that a key press finds it, also without a network. */
export function preloadQuickAdd(): void {
  const pieces = [import("./composer.tsx"), import("./capture-form.tsx"), loadReader()];
  // Tried again when it is needed.
  void Promise.allSettled(pieces);
}

async function loadReader(): Promise<void> {
  const { loadDateReader } = await import("./dates/load-date-reader.ts");
  await loadDateReader();
}
