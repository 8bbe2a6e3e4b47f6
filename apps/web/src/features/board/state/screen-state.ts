import type { Facet } from "@kanban/domain/filter/filter";
import type { LaneGrid } from "@kanban/domain/grouping/lane-grid";
import type { ColumnId, SavedViewId, TaskId } from "@kanban/domain/ids";
import type { WipQuestion } from "../../wip/wip-question.ts";
import type { ChosenField } from "../../task/fields/choices/choice-of.ts";
import type { Grouping, Layout } from "@kanban/domain/view-values";
import type { FocusStep } from "../focus/move-focus.ts";
import type { Lift } from "../move/lift.ts";
import type { Sentence } from "../move/move-task.ts";
import type { ColumnOrder } from "./board-order.ts";
import { noSelection, type Selection } from "../select/selection.ts";

/** Tasks in the mouse's or finger's hand, held by one of them. `over` is where it would land: before `beforeId`, or at the end. */
export type CardDrag = {
  taskId: TaskId;
  /** All that are carried, in board order: the whole selection when the grabbed one belongs to it. */
  taskIds: readonly TaskId[];
  /** Height of the card in pixels: the gap is as large. */
  height: number;
  /** Where it was taken: its card stays drawn there whatever others do to it, since a browser ends a drag without it. */
  fromColumnId: ColumnId;
  fromLane?: string | undefined;
  /** Where all that is carried was taken from. */
  fromColumnIds: readonly ColumnId[];
  over: { columnId: ColumnId; beforeId: TaskId | null; lane?: string | undefined } | null;
};

/** What is done to cards while the board stands in lanes; what does it is fetched with them. */
export type LaneHands = {
  /** The tasks as the eye meets them: column by column, each lane by lane. */
  order: () => ColumnOrder[];
  /** The lanes that stand open, or all that are shown. */
  grid: (isWithFolded?: boolean) => LaneGrid;
  nameOf: (lane: string) => string;
  stepFocus: (from: TaskId | null, step: FocusStep) => void;
  drop: (
    taskIds: readonly TaskId[],
    place: { lane: string; columnId: ColumnId; beforeId: TaskId | null },
    sentence?: Sentence,
  ) => void;
  /** The lane that has the focus inside it, unfolded for what is about to be added there. */
  laneToAddTo: () => string | undefined;
};

export type ColumnDrag = { columnId: ColumnId; over: { columnId: ColumnId; edge: "left" | "right" } | null };

export type ComposerEdge = "top" | "bottom";

/** The list of the selection bar that is open. */
export type BulkPanel = "tags" | "contexts" | "project" | "assign" | "due" | "priority";

/** The menu of a card, at a point of the window. */
export type CardMenuAt = { taskId: TaskId; x: number; y: number };

/** What can be set at a card without opening its task. */
export type CardField = ChosenField | "due" | "title";

export type ScreenDialog =
  | { kind: "capture" }
  | { kind: "move"; taskIds: readonly TaskId[] }
  | { kind: "wip"; question: WipQuestion }
  | { kind: "field"; taskId: TaskId; field: CardField }
  | { kind: "wip-limit"; columnId: ColumnId }
  | { kind: "settings" }
  | { kind: "gone" };

/** What the board screen knows beside the board itself: never sent, gone with the tab. */
export type ScreenState = {
  /** The filter in its written form (`formatFilter`), as the address carries it; empty when there is none. */
  query: string;
  /** The open list of what can be filtered by: of one facet, or of all. */
  filterPicker: Facet | "all" | null;
  layout: Layout;
  grouping: Grouping | null;
  /** The saved view that was opened last; filter, layout or grouping may have been changed since. */
  savedView: SavedViewId | null;
  isViewListOpen: boolean;
  laneHands: LaneHands | null;
  /** The tasks of the list from top to bottom, while it is what is shown. */
  listed: readonly TaskId[] | null;
  cardDrag: CardDrag | null;
  columnDrag: ColumnDrag | null;
  lift: Lift | null;
  selection: Selection;
  /** Taps choose instead of opening: begun from a card's menu by touch. */
  isTapSelecting: boolean;
  bulkPanel: BulkPanel | null;
  cardMenu: CardMenuAt | null;
  /** `below`: at that task, wherever it stands in the column. `lane`: what is added takes the value of it. */
  composer: { columnId: ColumnId; edge: ComposerEdge; below?: TaskId; lane?: string | undefined } | null;
  isAddingColumn: boolean;
  dialog: ScreenDialog | null;
  /** A card that shall take the focus as soon as it is drawn. */
  focusRequest: TaskId | null;
  /** The card Tab goes to, by column. */
  tabStops: Readonly<Record<ColumnId, TaskId>>;
  announcement: { text: string; turn: number };
};

/** How the board is looked at: what an address says, and a saved view keeps. */
export type Look = Pick<ScreenState, "query" | "layout" | "grouping" | "savedView">;

export function initialScreenState(look: Look): ScreenState {
  return {
    ...look,
    filterPicker: null,
    isViewListOpen: false,
    laneHands: null,
    listed: null,
    cardDrag: null,
    columnDrag: null,
    lift: null,
    selection: noSelection,
    isTapSelecting: false,
    bulkPanel: null,
    cardMenu: null,
    composer: null,
    isAddingColumn: false,
    dialog: null,
    focusRequest: null,
    tabStops: {},
    announcement: { text: "", turn: 0 },
  };
}
