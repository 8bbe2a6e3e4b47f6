import { setTimeout as delay } from "node:timers/promises";
import type { BoardEvent } from "@kanban/domain/board-event";
import type { BoardSnapshot } from "@kanban/domain/board-view";
import { waitFor } from "@kanban/testing/wait-for";
import { ask, reach } from "../../rig/person.ts";
import type { Stage } from "./acts.ts";

/** A client's view of a board through its live stream. */
export type Follower = {
  /** @throws when an event was told twice, out of order or not at all; ends the following. */
  untilTold(seq: number): Promise<void>;
};

/** Follows a board from where it stands, coming back after every loss with the id of the last message. */
export async function followBoard({ board, apiUrl }: Pick<Stage, "board" | "apiUrl">): Promise<Follower> {
  const { seq: since, epoch } = await ask<BoardSnapshot>(reach(apiUrl(), board.person.cookie), "board.snapshot", {
    boardId: board.id,
  });
  const told: number[] = [];
  const strange: string[] = [];
  const done = new AbortController();
  let lastEventId: string | null = null;

  const take = (block: string) => {
    const field = (name: string) => block.match(new RegExp(`^${name}: ?(.*)$`, "m"))?.[1];
    const message = JSON.parse(field("data") || "null") as { kind?: string; events?: BoardEvent[] } | null;
    lastEventId = field("id") ?? lastEventId;
    if (message?.kind === "delta") told.push(...(message.events ?? []).map(({ seq }) => seq));
    else if (message?.kind !== undefined) strange.push(message.kind);
  };
  const readOnce = async () => {
    const url = new URL("/api/trpc/sync.stream", apiUrl());
    url.searchParams.set("input", JSON.stringify({ boards: [{ boardId: board.id, since, epoch }] }));
    if (lastEventId !== null) url.searchParams.set("lastEventId", lastEventId);
    const headers = { cookie: board.person.cookie, accept: "text/event-stream" };
    const { body } = await fetch(url, { headers, signal: done.signal });
    let text = "";
    for await (const chunk of body!.pipeThrough(new TextDecoderStream())) {
      const blocks = (text + chunk).split("\n\n");
      // A frame that was cut off half-way stays here and is forgotten with the connection.
      text = blocks.pop()!;
      for (const block of blocks) take(block);
    }
  };
  const follow = async () => {
    while (!done.signal.aborted) {
      await readOnce().catch(() => {});
      await delay(100);
    }
  };
  void follow();

  return {
    untilTold: async (seq) => {
      try {
        await waitFor(() => (told.at(-1) ?? 0) >= seq, { timeoutMs: 60_000, what: `the stream to tell of ${seq}` });
      } finally {
        done.abort();
      }
      const expected = Array.from({ length: told.at(-1)! - since }, (_, index) => since + 1 + index);
      if (told.join() !== expected.join()) throw new Error(`from ${since} on the stream told ${told.join()}`);
      if (strange.length > 0) throw new Error(`the stream told ${strange.join()}`);
    },
  };
}
