import type { MutationInput } from "@kanban/domain/mutations";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { placeInInbox } from "./place-in-inbox.ts";

/** Captures what a client has put into a task's fields itself; see {@link captureTask} for what comes as it is. */
export function captureOnBoard(ctx: ActorContext, input: MutationInput<"task.capture">) {
  return mutateBoard(ctx, "task.capture", input, (scope) => placeInInbox(scope, input));
}
