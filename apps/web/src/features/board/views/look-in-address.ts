import type { BoardId, SavedViewId } from "@kanban/domain/ids";
import { readId } from "@kanban/domain/read-id";
import { type Grouping, groupings } from "@kanban/domain/view-values";
import { readQuery, writeQuery } from "../filter/query-in-address.ts";
import { layoutOf } from "../layout/layout-in-address.ts";
import type { Look } from "../state/screen-state.ts";

/** How the address asks to look at a board. */
export function readLook(boardId: BoardId): Look {
  const params = new URLSearchParams(location.search);
  return {
    query: readQuery(),
    layout: layoutOf(boardId),
    grouping: groupings.find((word) => word === params.get("group")) ?? null,
    savedView: readId<SavedViewId>(params.get("saved") ?? undefined),
  };
}

/** Writes a grouping into the address; none takes it out. */
export function writeGrouping(grouping: Grouping | null): void {
  const url = new URL(location.href);
  if (grouping) url.searchParams.set("group", grouping);
  else url.searchParams.delete("group");
  history.replaceState(history.state, "", url);
}

/** Writes all of a look into the address. What this browser remembers for the board stays: a view is a visit. */
export function writeLook({ query, layout, grouping, savedView }: Look): void {
  writeQuery(query);
  writeGrouping(grouping);
  const url = new URL(location.href);
  url.searchParams.set("view", layout);
  if (savedView) url.searchParams.set("saved", savedView);
  else url.searchParams.delete("saved");
  history.replaceState(history.state, "", url);
}
