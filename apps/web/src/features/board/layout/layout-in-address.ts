import type { BoardId } from "@kanban/domain/ids";
import type { Layout } from "@kanban/domain/view-values";
import { readLayout } from "./layouts.ts";

const parameter = "view";
const keyOf = (boardId: BoardId) => `kanban.layout.${boardId}`;

/** The layout the address asks for, else the one this browser last chose for the board. */
export function layoutOf(boardId: BoardId): Layout {
  const asked = new URLSearchParams(location.search).get(parameter);
  return readLayout(asked) ?? remembered(boardId) ?? "board";
}

function remembered(boardId: BoardId): Layout | null {
  try {
    return readLayout(localStorage.getItem(keyOf(boardId)));
  } catch {
    return null;
  }
}

/** Writes a choice into the address and remembers it for this board. */
export function keepLayout(boardId: BoardId, layout: Layout): void {
  const url = new URL(location.href);
  url.searchParams.set(parameter, layout);
  history.replaceState(history.state, "", url);
  try {
    localStorage.setItem(keyOf(boardId), layout);
  } catch {
    // A full or forbidden storage only costs remembering.
  }
}
