import type { ChangeOf } from "@kanban/domain/change";
import { defaultColumns } from "@kanban/domain/column-kind";
import type { Column } from "@kanban/domain/entities";
import type { BoardId, ColumnId, MutationId } from "@kanban/domain/ids";
import { mutationIdSchema } from "@kanban/domain/ids";
import { evenRanks, type Rank } from "@kanban/domain/rank";
import { randomFrom } from "@kanban/demo/random";
import { replayTimeline } from "@kanban/demo/replay-timeline";
import { demoDays, demoTimeline } from "@kanban/demo/timeline";
import { z } from "zod";
import type { ActorContext } from "../context.ts";
import { inTransaction } from "../in-transaction.ts";
import { hasDemoBoard, insertReplayedBoard } from "./demo.repository.ts";

export const loadDemoInput = z.strictObject({ mutationId: mutationIdSchema });

const day = 86_400_000;

/**
 * Gives the actor a sample board with ninety days of history, made by the same planners as everybody's changes and
 * written in bulk. The mutation id is the seed of the story. Asked again, also at once, there is still only one.
 */
export async function loadDemo(
  ctx: ActorContext,
  { mutationId, ownerName }: { mutationId: MutationId; ownerName: string },
): Promise<{ boardId: BoardId | null }> {
  const now = ctx.clock.now().getTime();
  const random = randomFrom(mutationId);
  const created = boardCreated(ctx, ownerName, random, now);
  const { board, columns } = created.payload;
  const begin = now - (demoDays + 2) * day;
  const story = replayTimeline(
    { at: begin, mutationId, change: created },
    demoTimeline(mutationId, board.id, columns, now),
  );
  return inTransaction(ctx.db, async (tx) => {
    // Two tabs asking at once: the second waits here and then finds the first one's board.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`demo:${ctx.actor.userId}`}, 0))`;
    if (await hasDemoBoard(tx, ctx.actor.userId)) return { boardId: null };
    await insertReplayedBoard(tx, story, { ...ctx.actor, means: "demo" }, new Date(begin));
    return { boardId: board.id };
  });
}

function boardCreated(
  { actor }: ActorContext,
  ownerName: string,
  random: ReturnType<typeof randomFrom>,
  now: number,
): ChangeOf<"board.created"> {
  const ranks = evenRanks(defaultColumns.length);
  const columns = defaultColumns.map(
    (column, index): Column => ({ ...column, id: random.id<ColumnId>(now), contextId: null, rank: ranks[index] as Rank }),
  );
  const board = {
    id: random.id<BoardId>(now),
    name: "Home",
    key: "HOME",
    wipPolicy: "block" as const,
    sleepAfterDays: 14,
    isDemo: true,
  };
  const owner = { userId: actor.userId, name: ownerName, role: "owner" as const };
  return { type: "board.created", payload: { board, columns, owner } };
}
