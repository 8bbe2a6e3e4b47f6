import { foldKind, foldRule, isHardlyTaken, isWanted } from "@kanban/domain/hint/fold-hints";
import type { HintKind } from "@kanban/domain/hint/hint-kinds";
import type { BoardId, MutationId } from "@kanban/domain/ids";
import { getLockedBoard, writeBoard } from "../board/board.repository.ts";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { listAnswers } from "./hint-answers.repository.ts";
import { withdrawHints } from "./withdraw-hints.ts";

/**
 * Folds a kind of hint away when people have hardly taken it: the switch goes off, undecided hints of it end. A mutation
 * of its own, because it locks tasks in an order the answer before it could not keep.
 */
export function foldHintKind(ctx: ActorContext, input: { boardId: BoardId; mutationId: MutationId; kind: HintKind }) {
  return mutateBoard(ctx, "hint.fold", input, async (scope) => {
    const { tx, boardId, board } = scope;
    const since = board.hints.since[input.kind];
    const answers = await listAnswers(tx, boardId, { kind: input.kind, since, count: foldRule.answers });
    if (!isWanted(board.hints, input.kind) || !isHardlyTaken(answers)) return [];
    const ended = await withdrawHints(scope, [input.kind]);
    const { hints: before } = await getLockedBoard(tx, boardId);
    const after = foldKind(before, input.kind);
    await writeBoard(tx, boardId, { hints: after });
    return [...ended, { type: "board.updated", payload: { before: { hints: before }, after: { hints: after } } }];
  });
}
