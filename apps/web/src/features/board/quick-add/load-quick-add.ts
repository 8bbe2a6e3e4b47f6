import { preloadLater } from "../../../lazy/preload.ts";
import { untilLoaded } from "../../frame/until-loaded.ts";

/** The composer, for `lazy`. */
export const loadComposer = () =>
  untilLoaded(() => import("./composer.tsx")).then(({ Composer }) => ({ default: Composer }));

/** The form of the capture dialog, for `lazy`. */
export const loadCaptureForm = () =>
  untilLoaded(() => import("./capture-form.tsx")).then(({ CaptureForm }) => ({ default: CaptureForm }));

let isInLine = false;

/** Has all of quick add fetched as soon as the board can be seen, so that a key press finds it, also without a network. */
export function preloadQuickAdd(): void {
  if (isInLine) return;
  isInLine = true;
  for (const load of [() => import("./composer.tsx"), () => import("./capture-form.tsx"), loadReader])
    preloadLater(load, true);
}

async function loadReader(): Promise<void> {
  const { loadDateReader } = await import("./dates/load-date-reader.ts");
  await loadDateReader();
}
