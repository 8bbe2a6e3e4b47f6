import { type BoardId, boardIdSchema } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { z } from "zod";

/** How far a stream has told its client of one board; `lost` when nobody knows any more. */
export type Cursor = { epoch: string; seq: number } | "lost";

export const streamInput = z.strictObject({
  boards: z
    .array(z.strictObject({ boardId: boardIdSchema, since: z.int().min(0), epoch: z.uuid().toLowerCase() }))
    .min(1)
    .max(limits.streamBoards),
  /** Also tell who looks at the boards: a client from before this would not know what it is told. */
  withPresence: z.boolean().default(false),
  /** Also tell what agents are reading; likewise. */
  withReadings: z.boolean().default(false),
  /** The id of the last message a client got before its connection broke; sent by the client library. */
  lastEventId: z.string().nullish(),
});

const resumeSchema = z.record(z.string(), z.tuple([z.uuid(), z.int().min(0)]));

/**
 * Where a stream begins: where the last message of the broken connection left off, else where its client's snapshots
 * are. A message id that cannot be read, or that lacks a board, makes that board's place lost.
 */
export function readCursors({
  boards,
  lastEventId,
}: Pick<z.output<typeof streamInput>, "boards" | "lastEventId">): Map<BoardId, Cursor> {
  if (!lastEventId) return new Map(boards.map(({ boardId, since, epoch }) => [boardId, { epoch, seq: since }]));
  const resumed = resumeSchema.safeParse(parseJson(lastEventId));
  return new Map(
    boards.map(({ boardId }) => {
      const place = resumed.success && Object.hasOwn(resumed.data, boardId) ? resumed.data[boardId] : undefined;
      return [boardId, place ? { epoch: place[0], seq: place[1] } : "lost"];
    }),
  );
}

/** The message id from which {@link readCursors} resumes. */
export function writeCursors(cursors: ReadonlyMap<BoardId, Cursor>): string {
  const places = [...cursors].flatMap(([boardId, cursor]) =>
    cursor === "lost" ? [] : [[boardId, [cursor.epoch, cursor.seq]]],
  );
  return JSON.stringify(Object.fromEntries(places));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
