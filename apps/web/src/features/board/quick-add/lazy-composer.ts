import { lazyPart } from "../../../lazy/lazy-part.tsx";

/** The composer, whose script comes after the board's. */
export const LazyComposer = lazyPart(() => import("./composer.tsx").then((module) => module.Composer), {
  isFirst: true,
});
