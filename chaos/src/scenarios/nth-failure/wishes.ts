import { randomUUID } from "node:crypto";
import { acceptableInputs, mutate } from "@kanban/api/testing/furnished-board";
import { type MutationName, mutationInputs } from "@kanban/domain/mutations";
import type { Owner } from "./open-subject.ts";

/** What an owner asks for: a procedure and its input but for the mutation id, and the board that is to show it. */
export type Wish = { input: Record<string, unknown>; boardId: string };

/** Mutations that are about boards themselves and so have no place in a board's queue, and one that needs preparing. */
const special: Record<string, (owner: Owner) => Promise<Wish>> = {
  // The only item would stay where it is.
  "checklistItem.move": async ({ board: { boardId, taskId, itemId }, calm }) => {
    await mutate(calm, "checklistItem.create", { boardId, taskId, itemId: randomUUID(), text: "Another step" });
    return { boardId, input: { boardId, taskId, itemId } };
  },
  "board.create": async () => {
    const boardId = randomUUID();
    return { boardId, input: { boardId, name: "Another" } };
  },
  "board.remove": async ({ board: { boardId } }) => ({ boardId, input: { boardId } }),
  "board.restore": async ({ board: { boardId }, calm }) => {
    await mutate(calm, "board.remove", { boardId });
    return { boardId, input: { boardId } };
  },
};

export const procedures = [...new Set([...Object.keys(mutationInputs), ...Object.keys(special)])];

/** Something of that name that will be done when it is asked for. */
export async function wishFor(procedure: string, owner: Owner): Promise<Wish> {
  const prepare = special[procedure];
  if (prepare) return prepare(owner);
  return { boardId: owner.board.boardId, input: acceptableInputs(owner.board)[procedure as MutationName] };
}
