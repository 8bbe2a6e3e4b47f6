import { randomUUID } from "node:crypto";
import { pursue } from "../rig/pursue.ts";
import type { Scene } from "./scene.ts";

/** Sends a crowd at once to write down a thought, on all boards or on one; each asks until it is written. */
export function sendCrowd({ rig, boards, background, over, crowdSize }: Scene, only?: string): void {
  const open = only === undefined ? boards : boards.filter(({ id }) => id === only);
  const crowd = Array.from({ length: crowdSize }, (_, index) => {
    const board = open[index % open.length]!;
    const input = { taskId: randomUUID(), columnId: board.columns["inbox"], title: `one of many ${randomUUID()}` };
    const intent = { id: randomUUID(), boardId: board.id, procedure: "task.create", input };
    return pursue(board.person, rig.ledger, intent, { attempts: 40, signal: over });
  });
  background.push(Promise.all(crowd));
}
