import { type BoardView, orderedColumns, tasksInColumn } from "../board-view.ts";
import type { Change } from "../change.ts";
import { changedFields } from "../changed-fields.ts";
import type { Column } from "../entities.ts";
import { planColumnMove, planColumnRemove } from "../plan-column.ts";
import { defined } from "../rows.ts";
import { needColumn } from "../view-lookup.ts";
import { checkUnchanged, freeRank } from "./undo-checks.ts";

type ColumnChange = Extract<Change, { type: `column.${string}` }>;

/** What undoes a change of a column. */
export function invertColumnChange(view: BoardView, change: ColumnChange): Change[] {
  switch (change.type) {
    case "column.created": {
      const column = view.columns[change.payload.column.id];
      if (!column) return [];
      return [planColumnRemove(column, tasksInColumn(view, column.id).length, Object.keys(view.columns).length)];
    }
    case "column.updated": {
      const column = needColumn(view, change.payload.columnId);
      checkUnchanged(column, change.payload.after, { name: column.name });
      const wanted = defined(change.payload.before);
      // A context removed since does not come back by its column.
      if (wanted.contextId && !view.contexts[wanted.contextId]) wanted.contextId = null;
      const changed = changedFields<Column>(column, wanted);
      return changed ? [{ type: "column.updated", payload: { columnId: column.id, ...changed } }] : [];
    }
    case "column.moved": {
      const column = needColumn(view, change.payload.columnId);
      const back = planColumnMove(column, freeRank(orderedColumns(view), column.id, change.payload.before.rank));
      return back ? [back] : [];
    }
    case "column.removed": {
      const { column } = change.payload;
      if (view.columns[column.id]) return [];
      const rank = freeRank(orderedColumns(view), column.id, column.rank);
      const contextId = column.contextId && view.contexts[column.contextId] ? column.contextId : null;
      return [{ type: "column.created", payload: { column: { ...column, rank, contextId } } }];
    }
    // The order of the tasks is the same.
    case "column.reranked":
      return [];
  }
}
