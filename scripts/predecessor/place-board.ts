import { deriveBoardKey } from "@kanban/domain/derive-board-key";
import type { Board } from "@kanban/domain/entities";
import { allHints } from "@kanban/domain/hint/fold-hints";
import type { BoardId, ColumnId, TaskId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { createKeeper, type Keeper, type KeptRow } from "./keeper.ts";
import type { OldBoard, OldBoardRows, OldTask } from "./old-tables.ts";
import { instantOf } from "./old-time.ts";
import { placeColumns } from "./place-columns.ts";
import { placeProjects, placeTags } from "./place-labels.ts";
import { placeTasks } from "./place-tasks.ts";
import type { Person, WantedBoard, WantedTask } from "./wanted.ts";

/** The people taken over, and who gets the boards whose owner is not among them. */
export type People = { byId: ReadonlyMap<string, Person>; heir: Person };

/**
 * The board the old rows describe, in our terms, and what of them has no place. Pure: the same rows always give the
 * same board, so that it can be made again at any time and compared.
 */
export function placeBoard(old: OldBoardRows, people: People): { wanted: WantedBoard; kept: KeptRow[] } {
  const { id, ownerId, createdAt: madeAt } = old.board;
  const keeper = createKeeper(id);
  const createdAt = instantOf(madeAt);
  const owner = people.byId.get(ownerId) ?? people.heir;
  if (owner.userId !== ownerId)
    keeper.keepColumns("Board", id, { ownerId }, `its owner is not there: it is ${owner.name}'s`);
  const placed = placeColumns(id, createdAt, old.columns, keeper);
  const tags = placeTags(old.tags, keeper);
  const projects = placeProjects(old.projects, keeper);
  const tasks = placeTasks(
    old,
    {
      ...placed,
      tagIds: new Set(tags.map((tag) => tag.id)),
      projectIds: new Set(projects.map((project) => project.id)),
      ...{ owner, people: people.byId },
    },
    keeper,
  );
  const wanted: WantedBoard = {
    ...{ board: boardOf(old.board, keeper), createdAt, owner },
    ...{ columns: placed.columns, contexts: placed.contexts, archiveColumnIds: placed.archiveColumnIds },
    ...{ tags, projects, tasks, order: orderOf(old.tasks, tasks) },
  };
  return { wanted, kept: keeper.list() };
}

/** What the predecessor took when a board said nothing. */
const oldSleepAfterDays = 7;

function boardOf({ id, name, description, config }: OldBoard, keeper: Keeper): Board {
  if (description) keeper.keepColumns("Board", id, { description }, "boards have no description");
  const days = isObject(config) ? config["staleThresholdDays"] : undefined;
  const isDays = Number.isInteger(days) && Number(days) >= 1 && Number(days) <= limits.sleepAfterDays;
  if (config !== null)
    keeper.keepColumns("Board", id, { config }, "settings: only staleThresholdDays has a meaning here");
  return {
    ...{ id: id as BoardId, name, key: deriveBoardKey(name), isDemo: false, hints: allHints },
    // The predecessor refused a full column and let a person pass its limit: that is to ask.
    wipPolicy: "ask",
    sleepAfterDays: isDays ? Number(days) : oldSleepAfterDays,
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** As the predecessor showed them: by position, those with the same one by when they were moved. */
function orderOf(old: readonly OldTask[], tasks: readonly WantedTask[]): Map<ColumnId, TaskId[]> {
  const places = new Map(tasks.map(({ id, place }) => [id as string, place]));
  const sorted = old.toSorted(
    (a, b) =>
      (a.position ?? 0) - (b.position ?? 0) ||
      (a.lastMovedAt < b.lastMovedAt ? -1 : a.lastMovedAt > b.lastMovedAt ? 1 : a.id < b.id ? -1 : 1),
  );
  const order = new Map<ColumnId, TaskId[]>();
  for (const { id } of sorted) {
    const { columnId, isArchived } = places.get(id)!;
    if (isArchived) continue;
    const column = order.get(columnId);
    if (column) column.push(id as TaskId);
    else order.set(columnId, [id as TaskId]);
  }
  return order;
}
