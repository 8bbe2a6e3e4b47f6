import { boardIdSchema, mutationIdSchema } from "@kanban/domain/ids";
import { z } from "zod";
import type { MutationRules } from "../mutate-board.ts";

/** A board as a whole: into the trash or out of it. */
export const boardItselfInput = z.strictObject({ boardId: boardIdSchema, mutationId: mutationIdSchema });
export type BoardItselfInput = z.output<typeof boardItselfInput>;

/** Only its owner may, also where nobody else sees it. */
export const boardItselfRules: MutationRules = { isOwnerOnly: true, isForTrashToo: true };
