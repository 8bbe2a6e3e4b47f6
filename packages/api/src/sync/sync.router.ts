import { protectedProcedure, router } from "../trpc.ts";
import { streamBoards } from "./stream-boards.ts";
import { streamInput } from "./stream-cursors.ts";

export const syncRouter = router({
  stream: protectedProcedure.input(streamInput).subscription(({ ctx, input, signal }) =>
    // Only a caller inside the process has no signal; it ends the stream by returning from it.
    streamBoards(ctx, input, signal ?? new AbortController().signal),
  ),
});
