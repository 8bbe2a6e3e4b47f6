import { middleColumn, showColumn } from "./page-column.ts";

/** Keeps the column a phone looks at when it is turned: widths change, and the place with them. */
export function keepColumnOnRotation(board: HTMLElement): () => void {
  let kept = middleColumn(board)?.dataset["columnId"];
  let isTurning = false;
  let width = board.clientWidth;
  let frame = 0;
  const remember = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(look);
  };
  const look = () => {
    if (!isTurning && board.clientWidth === width) kept = middleColumn(board)?.dataset["columnId"];
  };
  const observer = new ResizeObserver(() => {
    // The keyboard that comes up changes only the height.
    if (board.clientWidth === width) return;
    width = board.clientWidth;
    const column = board.querySelector<HTMLElement>(`section[data-column-id="${kept}"]`);
    if (!column) return;
    isTurning = true;
    showColumn(column, true);
    // The browser snaps to what was nearest by the old widths, some time after this: ours is the last word.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        showColumn(column, true);
        isTurning = false;
      }),
    );
  });
  observer.observe(board);
  board.addEventListener("scroll", remember, { passive: true });
  return () => {
    observer.disconnect();
    board.removeEventListener("scroll", remember);
    cancelAnimationFrame(frame);
  };
}
