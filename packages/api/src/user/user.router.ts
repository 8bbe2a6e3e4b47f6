import { limits } from "@kanban/domain/limits";
import { defined } from "@kanban/domain/rows";
import { lineText } from "@kanban/domain/text";
import { TRPCError } from "@trpc/server";
import { z } from "zod";
import { protectedProcedure, router } from "../trpc.ts";
import { localeSchema } from "./locale.ts";
import { timeZoneSchema } from "./time-zone.ts";
import { findProfile, type Profile, writeProfile } from "./user.repository.ts";

const updateUserInput = z.strictObject({
  name: lineText(limits.name).optional(),
  timeZone: timeZoneSchema.optional(),
  locale: localeSchema.optional(),
});

function present(profile: Profile | null): Profile {
  // The session outlived its account by this one request.
  if (!profile) throw new TRPCError({ code: "UNAUTHORIZED", message: "Sign in first" });
  return profile;
}

export const userRouter = router({
  me: protectedProcedure.query(async ({ ctx }) => present(await findProfile(ctx.db, ctx.actor.userId))),
  update: protectedProcedure
    .input(updateUserInput)
    .mutation(async ({ ctx, input }) => present(await writeProfile(ctx.db, ctx.actor.userId, defined(input)))),
});
