import type { ColumnKind } from "@kanban/domain/column-kind";
import type { ColumnId } from "@kanban/domain/ids";
import type { Instant } from "@kanban/domain/moment";
import type { Imported } from "@kanban/domain/change";
import type { OldTaskEvent } from "./old-tables.ts";
import { instantOf } from "./old-time.ts";
import type { Place, WantedTask } from "./wanted.ts";

/** One thing that happens to a task on its way from what it was to what it should be. */
export type Step = { at: Instant } & (
  | { do: "create"; columnId: ColumnId; event: Told | null }
  /** To a column: moved there, or taken out of the archive or the trash. */
  | { do: "place"; columnId: ColumnId; event: Told | null }
  | { do: "archive"; event: Told | null }
  /** The old event tells of something that changes nothing here, or does not say what it changed. */
  | { do: "note"; event: Told }
);

/** The old event a step stands for: it keeps its id, and what it says beside. */
export type Told = { id: string; imported: Imported };

type Asked = {
  wanted: WantedTask;
  /** Where it is now; `null` for a task that is new here. */
  place: Place | null;
  /** Whether it is known to have been finished, and to have come where it is, when the old row says so. */
  isFinishRight: boolean;
  isEntryRight: boolean;
  boardId: string;
  /** Those not taken over yet, oldest first. */
  events: readonly OldTaskEvent[];
  kindOf(columnId: string): ColumnKind | null;
  /** Columns that will be removed once no task needs them. */
  leavingColumnIds: ReadonlySet<string>;
  archiveColumnIds: ReadonlySet<string>;
};

/**
 * The way of a task through its board as its old events tell it, and what is still missing at the end to be where the
 * old rows say it is. Each old event gives exactly one step that carries it; some need another one beside.
 */
export function stepsOfTask(asked: Asked): Step[] {
  const { wanted, events, kindOf, archiveColumnIds, leavingColumnIds, isFinishRight, isEntryRight } = asked;
  const steps: Step[] = [];
  const isFinished = wanted.finishedAt !== null;
  const isDone = (columnId: string) => kindOf(columnId) === "done";
  const knownColumn = (id: string | null) => (id !== null && kindOf(id) !== null ? (id as ColumnId) : null);
  const lastDecisive = events.findLast(({ type }) => type === "MOVED" || type === "COMPLETED");
  let { place } = asked;
  const put = (columnId: ColumnId, at: Instant, event: Told | null) => {
    steps.push({ do: place === null ? "create" : "place", columnId, at, event });
    place = { columnId, isArchived: false };
  };
  const archive = (at: Instant, event: Told | null) => {
    if (isFinished && !isDone(place!.columnId)) put(wanted.place.columnId, earlier(wanted.finishedAt!, at), null);
    steps.push({ do: "archive", at, event });
    place = { ...place!, isArchived: true };
  };

  for (const event of inStory(events, place === null)) {
    const at = instantOf(event.createdAt);
    const told = tell(event, asked.boardId);
    const to = knownColumn(event.toColumnId);
    if (place === null) {
      const first = events.find(({ type }) => type === "MOVED");
      const column =
        event.type === "CREATED" && to ? to : (knownColumn(first?.fromColumnId ?? null) ?? wanted.place.columnId);
      put(
        column,
        event.type === "CREATED" ? at : earlier(wanted.capturedAt, at),
        event.type === "CREATED" ? told : null,
      );
      if (event.type === "CREATED") continue;
    }
    if (event.type === "MOVED" && archiveColumnIds.has(event.toColumnId ?? "") && !place!.isArchived) archive(at, told);
    else if (event.type === "MOVED" && to && (place!.isArchived || place!.columnId !== to)) put(to, at, told);
    else if (
      event === lastDecisive &&
      event.type === "COMPLETED" &&
      isFinished &&
      !isDone(place!.columnId) &&
      !place!.isArchived
    )
      put(wanted.place.columnId, at, told);
    else steps.push({ do: "note", at, event: told });
  }
  if (place === null) put(wanted.place.columnId, wanted.capturedAt, null);

  const at = wanted.enteredColumnAt;
  const hasDone = (what: Step["do"]) => steps.some((step) => step.do === what);
  const hasPlaced = hasDone("create") || hasDone("place");
  if (!wanted.place.isArchived) {
    const isInPlace = !place!.isArchived && place!.columnId === wanted.place.columnId;
    if (!isInPlace || !(hasPlaced || (isFinishRight && isEntryRight))) put(wanted.place.columnId, at, null);
    return steps;
  }
  // In the archive any column will do that says whether it was finished, and that is there to come back to.
  const { columnId } = place!;
  const isColumnRight = isDone(columnId) === isFinished && !leavingColumnIds.has(columnId);
  const isLeftRight = isColumnRight && (hasPlaced || isFinishRight);
  if (place!.isArchived && isLeftRight && (isEntryRight || hasDone("archive"))) return steps;
  if (place!.isArchived || !isLeftRight)
    put(isColumnRight ? columnId : wanted.place.columnId, earlier(wanted.finishedAt ?? at, at), null);
  archive(at, null);
  return steps;
}

/** Oldest first, but for its creation: a task begins with that, whatever the clocks said. */
function inStory(events: readonly OldTaskEvent[], isNew: boolean): readonly OldTaskEvent[] {
  const created = isNew ? events.find(({ type }) => type === "CREATED") : undefined;
  return created === undefined || created === events[0]
    ? events
    : [created, ...events.filter((event) => event !== created)];
}

function tell(
  { id, type, boardId, fromColumnId, toColumnId, triggeredBy, payload }: OldTaskEvent,
  ofBoard: string,
): Told {
  return {
    id,
    imported: {
      type,
      ...(boardId !== ofBoard && { boardId }),
      ...(fromColumnId !== null && { fromColumnId }),
      ...(toColumnId !== null && { toColumnId }),
      ...(triggeredBy !== null && { triggeredBy }),
      ...(payload !== null && { payload }),
    },
  };
}

function earlier(a: Instant, b: Instant): Instant {
  return a < b ? a : b;
}
