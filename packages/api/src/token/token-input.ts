import { boardIdSchema } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { lineText } from "@kanban/domain/text";
import { offeredScopes } from "@kanban/domain/token-scopes";
import { z } from "zod";

/** What a person says about a token, whether they make it or a device asks for it. */
export const tokenRequestInput = {
  name: lineText(limits.name),
  scopes: z
    .array(z.enum(offeredScopes))
    .min(1)
    .max(offeredScopes.length)
    .transform((scopes) => [...new Set(scopes)]),
  /** The only board it may touch; `null`: all that its person may change. */
  boardId: boardIdSchema.nullable(),
};

export const createTokenInput = z.strictObject({
  ...tokenRequestInput,
  expiresInDays: z.int().min(1).max(limits.tokenDays).nullable(),
});
