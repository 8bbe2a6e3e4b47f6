/** The columns of a board on the screen, left to right. */
function columnsOf(board: HTMLElement): HTMLElement[] {
  return [...board.querySelectorAll<HTMLElement>("section[data-column-id]")];
}

/** The column in the middle of a phone's board. */
export function middleColumn(board: HTMLElement): HTMLElement | null {
  const { left, width } = board.getBoundingClientRect();
  const distance = (column: HTMLElement) => {
    const box = column.getBoundingClientRect();
    return Math.abs(box.left + box.width / 2 - (left + width / 2));
  };
  return columnsOf(board).toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** Brings a column into the middle; at once under reduced motion, or when it only keeps its place. */
export function showColumn(column: HTMLElement, isStill = false): void {
  const isCalm = isStill || matchMedia("(prefers-reduced-motion: reduce)").matches;
  column.scrollIntoView({ inline: "center", block: "nearest", behavior: isCalm ? "instant" : "smooth" });
}

/** Goes one column on; false at the end. */
export function pageColumn(board: HTMLElement, by: -1 | 1): boolean {
  const columns = columnsOf(board);
  const middle = middleColumn(board);
  const next = middle && columns[columns.indexOf(middle) + by];
  if (!next) return false;
  showColumn(next);
  return true;
}
