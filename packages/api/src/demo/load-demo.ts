import type { ChangeOf } from "@kanban/domain/change";
import { defaultColumns } from "@kanban/domain/column-kind";
import type { Column, Member } from "@kanban/domain/entities";
import { type BoardId, type ColumnId, mutationIdSchema } from "@kanban/domain/ids";
import { evenRanks } from "@kanban/domain/rank";
import { type Random, randomFrom } from "@kanban/demo/random";
import { replayTimeline } from "@kanban/demo/replay-timeline";
import { demoDays, demoTimeline } from "@kanban/demo/timeline";
import { z } from "zod";
import { getOwner } from "../board/board.repository.ts";
import { defaultBoardSettings } from "../board/default-board-settings.ts";
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
  { mutationId }: z.output<typeof loadDemoInput>,
): Promise<{ boardId: BoardId | null }> {
  const now = ctx.clock.now().getTime();
  const { actor } = ctx;
  return inTransaction(ctx.db, async (tx) => {
    // Two tabs asking at once: the second waits here, longer than for other locks, and then finds the first one's board.
    await tx.sql`SELECT set_config('lock_timeout', '8s', true)`;
    await tx.sql`SELECT pg_advisory_xact_lock(hashtextextended(${`demo:${actor.userId}`}, 0))::text`;
    if (await hasDemoBoard(tx, actor.userId)) return { boardId: null };
    const { owner } = await getOwner(tx, actor.userId);
    const change = boardCreated(owner, randomFrom(mutationId), now);
    const { board, columns } = change.payload;
    const begin = now - (demoDays + 2) * day;
    const timeline = demoTimeline(mutationId, board.id, columns, now);
    const story = replayTimeline({ at: begin, mutationId, change }, timeline);
    await insertReplayedBoard(tx, story, { ...actor, means: "demo" }, new Date(begin));
    return { boardId: board.id };
  });
}

function boardCreated(owner: Member, random: Random, now: number): ChangeOf<"board.created"> {
  const ranks = evenRanks(defaultColumns.length);
  const columns = defaultColumns.map((column, index): Column => {
    return { ...column, id: random.id<ColumnId>(now), contextId: null, rank: ranks[index]! };
  });
  const board = { ...defaultBoardSettings, id: random.id<BoardId>(now), name: "Home", key: "HOME", isDemo: true };
  return { type: "board.created", payload: { board, columns, owner } };
}
