import type { AnyTRPCRouter } from "@trpc/server";

/** The API's router, as a type only: nothing of the API is bundled. */
export type AppRouter = AnyTRPCRouter;
