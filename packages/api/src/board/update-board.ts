import { type HintKind, hintKinds } from "@kanban/domain/hint/hint-kinds";
import type { MutationInput } from "@kanban/domain/mutations";
import { planBoardUpdate } from "@kanban/domain/plan-board-update";
import { withdrawHints } from "../hint/withdraw-hints.ts";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { getLockedBoard, writeBoard } from "./board.repository.ts";

/** Other settings of a board. */
export function updateBoard(ctx: ActorContext, input: MutationInput<"board.update">) {
  return mutateBoard(ctx, "board.update", input, async (scope) => {
    const { tx, boardId, now } = scope;
    const ended = await withdrawHints(scope, unwantedKinds(input.hints));
    const change = planBoardUpdate(await getLockedBoard(tx, boardId), input, now);
    if (!change) return ended;
    await writeBoard(tx, boardId, change.payload.after);
    return [...ended, change];
  });
}

function unwantedKinds(asked: MutationInput<"board.update">["hints"]): readonly HintKind[] {
  if (!asked) return [];
  return asked.isOn ? asked.off : hintKinds;
}
