import type { ColumnId, TaskId } from "@kanban/domain/ids";
import type { ChosenField } from "../../task/fields/choices/choice-of.ts";
import type { Lift } from "../move/lift.ts";

/** A task in the mouse's or finger's hand. `over` is where it would land: before `beforeId`, or at the end. */
export type CardDrag = {
  taskId: TaskId;
  /** Height of the card in pixels: the gap is as large. */
  height: number;
  /** Where it was taken: its card stays drawn there whatever others do to it, since a browser ends a drag without it. */
  fromColumnId: ColumnId;
  over: { columnId: ColumnId; beforeId: TaskId | null } | null;
};

export type ColumnDrag = { columnId: ColumnId; over: { columnId: ColumnId; edge: "left" | "right" } | null };

export type ComposerEdge = "top" | "bottom";

export type WipQuestion = { column: string; wipLimit: number; onReason: (reason: string) => void };

/** What can be set at a card without opening its task. */
export type CardField = ChosenField | "due" | "title";

export type ScreenDialog =
  | { kind: "capture" }
  | { kind: "move"; taskId: TaskId }
  | { kind: "field"; taskId: TaskId; field: CardField }
  | { kind: "wip-reason"; question: WipQuestion }
  | { kind: "wip-limit"; columnId: ColumnId }
  | { kind: "settings" }
  | { kind: "gone" };

/** What the board screen knows beside the board itself: never sent, gone with the tab. */
export type ScreenState = {
  query: string;
  cardDrag: CardDrag | null;
  columnDrag: ColumnDrag | null;
  lift: Lift | null;
  /** `below`: at that task, wherever it stands in the column. */
  composer: { columnId: ColumnId; edge: ComposerEdge; below?: TaskId } | null;
  isAddingColumn: boolean;
  dialog: ScreenDialog | null;
  /** A card that shall take the focus as soon as it is drawn. */
  focusRequest: TaskId | null;
  /** The card Tab goes to, by column. */
  tabStops: Readonly<Record<ColumnId, TaskId>>;
  announcement: { text: string; turn: number };
};

export function initialScreenState(query: string): ScreenState {
  return {
    query,
    cardDrag: null,
    columnDrag: null,
    lift: null,
    composer: null,
    isAddingColumn: false,
    dialog: null,
    focusRequest: null,
    tabStops: {},
    announcement: { text: "", turn: 0 },
  };
}
