import { applyChange } from "@kanban/domain/apply-change";
import type { BoardEvent } from "@kanban/domain/board-event";
import { type BoardSnapshot, type BoardView, viewOfSnapshot } from "@kanban/domain/board-view";
import type { BoardId } from "@kanban/domain/ids";
import type { Caller } from "./api-test.ts";

/** Every event of a board from its first, as a client that was always there got them. */
export async function allEvents(api: Caller, boardId: BoardId): Promise<BoardEvent[]> {
  const events: BoardEvent[] = [];
  for (;;) {
    const { seq } = await api.board.snapshot({ boardId });
    if (events.length >= seq) return events;
    const delta = await api.board.delta({ boardId, since: events.length });
    if (delta.outcome === "reset") throw new Error("Too many events for one delta");
    events.push(...delta.events);
  }
}

/** The board as its events alone tell it, beginning with board.created. */
export function rebuildBoard(events: readonly BoardEvent[], epoch: string): BoardView {
  const [first, ...later] = events;
  if (first?.change.type !== "board.created") throw new Error("A board begins with board.created");
  const { board, columns, owner } = first.change.payload;
  const empty = { tasks: [], tags: [], contexts: [], projects: [], links: [], views: [], userId: owner.userId };
  const begun = viewOfSnapshot({ epoch, seq: 1, board, role: "owner", columns, members: [owner], ...empty });
  return later.reduce<BoardView>((view, event) => ({ ...applyChange(view, event.change), seq: event.seq }), begun);
}

/** A snapshot in the form {@link rebuildBoard} gives: what was loaded before is not part of it. */
export function comparable(view: BoardView | BoardSnapshot) {
  const {
    details: _details,
    gone: _gone,
    history: _history,
    userId: _userId,
    ...rest
  } = "details" in view ? view : viewOfSnapshot(view);
  return rest;
}
