import { acceptDrops } from "./accept-drops.ts";
import { makeCardDraggable } from "./make-card-draggable.ts";
import { makeColumnDraggable } from "./make-column-draggable.ts";
import { watchBoardDrag } from "./watch-board-drag.ts";

/** All of dragging on a board, for `use-drag.ts`, which fetches it apart from the board. */
export const dragKit = { acceptDrops, makeCardDraggable, makeColumnDraggable, watchBoardDrag };
