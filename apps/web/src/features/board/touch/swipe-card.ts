import type { TaskId } from "@kanban/domain/ids";
import { strings } from "../board.strings.ts";
import { leaveBoard } from "../move/leave-board.ts";
import type { BoardScreen } from "../state/screen.tsx";
import { finishColumn, finishTask } from "./finish-task.ts";
import { judgeSwipe } from "./judge-swipe.ts";
import { pageColumn } from "./page-column.ts";
import { createSwipeTrail } from "./swipe-trail.ts";

export type Swipe = { move: (dx: number) => void; end: (dx: number) => void; cancel: () => void };

/** How much of a pull the card follows where pulling does nothing. */
const resistance = 0.15;

/** A finger pulls `card` sideways: it follows, says what letting go will do, and does it. `startedAt` is the touch's. */
export function swipeCard(screen: BoardScreen, board: HTMLElement, card: HTMLElement, startedAt: number): Swipe {
  const taskId = card.dataset["taskId"] as TaskId;
  const width = card.offsetWidth;
  const done = finishColumn(screen, taskId);
  const trail = createSwipeTrail(card);
  const judge = (dx: number) => {
    const verdict = judgeSwipe({ dx, elapsedMs: performance.now() - startedAt, width });
    return verdict === "finish" && !done ? "nothing" : verdict;
  };
  const put = (x: number) => {
    card.style.transform = x === 0 ? "" : `translateX(${x}px)`;
  };
  const settle = () => {
    card.style.transition = "transform var(--medium) var(--ease)";
    put(0);
    card.addEventListener("transitionend", () => (card.style.transition = ""), { once: true });
    trail.remove();
  };
  let wasArmed = false;
  return {
    move: (dx) => {
      const isOffered = dx < 0 || done !== null;
      put(isOffered ? dx : dx * resistance);
      const verdict = judge(dx);
      const isArmed = verdict === "finish" || verdict === "archive";
      const words = dx < 0 ? strings.touch.archive : strings.touch.finish(done?.name ?? "");
      trail.show({ dx: isOffered ? dx : 0, words, tone: dx < 0 ? "away" : "done", isArmed });
      if (isArmed && !wasArmed) navigator.vibrate?.(8);
      wasArmed = isArmed;
    },
    end: (dx) => {
      const verdict = judge(dx);
      settle();
      if (verdict === "finish") finishTask(screen, taskId);
      else if (verdict === "archive") leaveBoard(screen, taskId, "task.archive");
      else if (verdict !== "nothing") pageColumn(board, verdict === "next-column" ? 1 : -1);
    },
    cancel: settle,
  };
}
