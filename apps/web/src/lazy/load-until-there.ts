import type { LazyModule } from "./lazy-module.ts";

const againAfterMs = 3_000;

/** Fetches a module somebody waits for, again and again until it is there; returns how to give up. */
export function loadUntilThere(part: Pick<LazyModule<unknown>, "load">): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const attempt = () => {
    clearTimeout(timer);
    part.load().then(stop, () => {
      if (!isOver) timer = setTimeout(attempt, againAfterMs);
    });
  };
  const stop = () => {
    isOver = true;
    clearTimeout(timer);
    window.removeEventListener("online", attempt);
  };
  window.addEventListener("online", attempt);
  attempt();
  return stop;
}
