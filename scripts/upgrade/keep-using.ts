import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { waitFor } from "@kanban/testing/wait-for";
import type { Member } from "../testing/sign-up.ts";
import type { Program } from "../testing/start-program.ts";

/** People at work, who never wait for anybody. */
export type Use = {
  /** Resolves when so much more has been answered, one way or the other, on every board. */
  more(rounds: number): Promise<void>;
  /** What was not answered well so far, and every time the API was not ready. */
  faults(): string[];
  end(): Promise<void>;
};

const boards = 3;

/** Captures, changes, moves and reads on some boards at once, and looks at the API's readiness meanwhile. */
export function keepUsing(api: Program, member: Member): Use {
  let isOver = false;
  const faults: string[] = [];
  const rounds = Array.from({ length: boards }, () => 0);
  const attempt = async (what: () => Promise<unknown>) => {
    try {
      await what();
    } catch (error) {
      faults.push(String(error));
    }
  };
  const people = rounds.map(async (_, lane) => {
    const { boardId } = await member.mutate<{ boardId: string }>("board.create", { name: `Home ${lane}` });
    const read = () => member.query<{ columns: { id: string; kind: string }[] }>("board.snapshot", { boardId });
    const { columns } = await read();
    const columnId = (kind: string) => columns.find((column) => column.kind === kind)?.id;
    while (!isOver) {
      const taskId = randomUUID();
      const title = `call the dentist tomorrow ${taskId}`;
      await attempt(() => member.mutate("task.create", { boardId, taskId, columnId: columnId("inbox"), title }));
      await attempt(() => member.mutate("task.update", { boardId, taskId, notes: "in the morning" }));
      await attempt(() => member.mutate("task.move", { boardId, taskId, toColumnId: columnId("done") }));
      await attempt(read);
      rounds[lane]! += 1;
    }
  });
  const watch = (async () => {
    while (!isOver) {
      await attempt(async () => {
        const status = await api.readiness();
        if (status !== 200) throw new Error(`readiness was ${status}`);
      });
      // Often enough to see a gap, and seldom enough to leave the processor to those who work.
      await delay(50);
    }
  })();
  return {
    more: async (count) => {
      const from = Math.min(...rounds);
      await waitFor(() => Math.min(...rounds) >= from + count, { what: "people's work", timeoutMs: 60_000 });
    },
    faults: () => [...faults],
    end: async () => {
      isOver = true;
      await Promise.all([...people, watch]);
    },
  };
}
