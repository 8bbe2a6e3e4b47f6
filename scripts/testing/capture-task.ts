import { randomUUID } from "node:crypto";
import type { Hint } from "@kanban/domain/entities";
import { waitFor } from "@kanban/testing/wait-for";
import type { Member } from "./sign-up.ts";

export type CapturedTask = { boardId: string; taskId: string };

/** Captures a task with a date in its words, on a board of its own. */
export async function captureTask(member: Member, title = "call the dentist tomorrow"): Promise<CapturedTask> {
  const { boardId } = await member.mutate<{ boardId: string }>("board.create", { name: "Home" });
  const { columns } = await member.query<{ columns: { id: string; kind: string }[] }>("board.snapshot", { boardId });
  const columnId = columns.find(({ kind }) => kind === "inbox")?.id;
  const taskId = randomUUID();
  await member.mutate("task.create", { boardId, taskId, columnId, title });
  return { boardId, taskId };
}

/** The first hint about a task, when the worker has heard of it and its own words have come back. */
export function hintAbout(member: Member, task: CapturedTask): Promise<Hint> {
  return waitFor(async () => (await member.query<Hint[]>("hint.list", task))[0], {
    timeoutMs: 30_000,
    what: "a hint",
  });
}
