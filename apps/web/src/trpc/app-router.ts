import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@kanban/api/root";

/* The API as types only: nothing of it is bundled. */
export type { AppRouter };
export type ApiOutputs = inferRouterOutputs<AppRouter>;
