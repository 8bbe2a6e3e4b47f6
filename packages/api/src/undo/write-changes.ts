import { applyChange } from "@kanban/domain/apply-change";
import type { BoardView } from "@kanban/domain/board-view";
import type { Change } from "@kanban/domain/change";
import { openDraft } from "@kanban/domain/draft-view";
import type { Rank } from "@kanban/domain/rank";
import type { ColumnId } from "@kanban/domain/ids";
import type { BoardScope } from "../mutate-board.ts";
import { rerankIfLong } from "../task/rerank-column.ts";
import { writeChange } from "./write-change.ts";

/**
 * Writes planned changes in their order and answers what became of them: the same, with what only the database knows,
 * and new ranks where one had grown long. The caller holds the locks of every row they name.
 */
export async function writeChanges(scope: BoardScope, view: BoardView, planned: readonly Change[]): Promise<Change[]> {
  const written: Change[] = [];
  const { draft, close } = openDraft(view);
  let at = draft;
  try {
    for (const change of planned) {
      const done = await writeChange(scope, at, change);
      at = applyChange(at, done);
      written.push(done, ...(await rerank(scope, done)));
    }
  } finally {
    close();
  }
  return written;
}

function rerank(scope: BoardScope, { type, payload }: Change): Promise<Change[]> {
  const place: { columnId: ColumnId; rank: Rank } | null =
    type === "task.moved" ? payload.to : type === "task.restored" ? payload.card : null;
  return place ? rerankIfLong(scope, place) : Promise.resolve([]);
}
