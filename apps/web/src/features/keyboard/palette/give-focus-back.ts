/** Gives the focus back to what had it, unless a task was opened over that meanwhile: then to the task. */
export function giveFocusBack(origin: HTMLElement | null): void {
  const panel = document.querySelector<HTMLElement>("[data-task-panel]");
  const isInReach = origin?.isConnected && (!panel || panel.contains(origin));
  (isInReach ? origin : panel)?.focus({ preventScroll: true });
}
