const controls = "a, button, select";

/** Right walks from a row into what it can change, Left and Esc lead back. Answers whether it was such a step. */
export function stepInRow(target: HTMLElement, key: string): boolean {
  if (target instanceof HTMLInputElement) return false;
  const row = target.closest<HTMLElement>("[data-task-id]");
  if (!row || !(key === "ArrowRight" || key === "ArrowLeft" || (key === "Escape" && target !== row))) return false;
  const stops = [row, ...row.querySelectorAll<HTMLElement>(controls)];
  const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : -stops.length;
  stops[Math.max(0, Math.min(stops.length - 1, stops.indexOf(target) + step))]?.focus();
  return true;
}
