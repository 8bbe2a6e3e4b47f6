import { randomUUID } from "node:crypto";
import type { Random } from "@kanban/demo/random";
import type { Intent } from "./ledger.ts";
import type { ChaosBoard } from "./person.ts";
import { unlikeAnyOther } from "./unlike-any-other.ts";

/**
 * What people do to a board, in the shares of reliability.md R1: create 20 %, move 50, edit 20, done 5, capture 5.
 * Chooses among the tasks it knows to be there; a choice that turns out impossible is refused by the API, which is fine.
 */
export type Workload = {
  next(): Intent;
  /** A task it asked for is there. */
  created(taskId: string): void;
};

const datedTitles = ["call the dentist tomorrow 3pm", "pay the rent next friday", "water the plants on monday"];
const kinds = ["inbox", "next", "doing", "waiting", "someday"] as const;

export function startWorkload(board: ChaosBoard, random: Random): Workload {
  const tasks: string[] = [];
  const intent = (procedure: string, input: Record<string, unknown>): Intent => ({
    id: randomUUID(),
    boardId: board.id,
    procedure,
    input,
  });
  const title = () => unlikeAnyOther(random.next() < 0.3 ? random.pick(datedTitles) : "a plain thought");
  const create = (kind: (typeof kinds)[number]) =>
    intent("task.create", { taskId: randomUUID(), columnId: board.columns[kind], title: title() });
  return {
    created: (taskId) => void tasks.push(taskId),
    next: () => {
      const roll = random.next();
      if (roll < 0.05 || tasks.length < 3) return create("inbox");
      if (roll < 0.25) return create(random.pick(["next", "waiting", "someday"]));
      const taskId = random.pick(tasks);
      if (roll < 0.45) return intent("task.update", { taskId, title: title() });
      if (roll < 0.5) return intent("task.move", { taskId, toColumnId: board.columns["done"] });
      const afterId = random.next() < 0.5 ? random.pick(tasks) : null;
      return intent("task.move", {
        taskId,
        toColumnId: board.columns[random.pick(kinds)],
        ...(afterId && afterId !== taskId ? { afterId } : {}),
      });
    },
  };
}
