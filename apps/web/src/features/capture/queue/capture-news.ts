import type { Capture } from "./capture.ts";

type News =
  | { kind: "captured"; capture: Capture; task: NonNullable<Capture["task"]> }
  | { kind: "problem"; capture: Capture };

const listeners = new Set<(news: News) => void>();
const tell = (news: News) => {
  for (const listener of listeners) listener(news);
};

/** Calls `listener` for what became of captures sent by this tab, until the returned function is called. */
export function onCaptureNews(listener: (news: News) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const tellCaptured = (capture: Capture, task: NonNullable<Capture["task"]>): void =>
  tell({ kind: "captured", capture, task });

export const tellProblem = (capture: Capture): void => tell({ kind: "problem", capture });
