import type { TaskId } from "@kanban/domain/ids";

// The last texts are enough: an answer is at most a few saves behind.
const rememberedPerTask = 20;
const sent = new Map<TaskId, string[]>();

/** Notes this tab has saved, so that its own earlier save is never taken for someone else's text. */
export const ownNotes = {
  add(taskId: TaskId, notes: string): void {
    sent.set(taskId, [...(sent.get(taskId) ?? []), notes].slice(-rememberedPerTask));
  },
  has: (taskId: TaskId, notes: string): boolean => sent.get(taskId)?.includes(notes) ?? false,
};
