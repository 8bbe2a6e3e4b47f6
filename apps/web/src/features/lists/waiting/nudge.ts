import type { CommentId } from "@kanban/domain/ids";
import type { WaitingTask } from "@kanban/domain/lists/list-waiting";
import { dayAfterDays } from "@kanban/domain/today/local-day";
import type { Now } from "@kanban/domain/today/next-action";
import { newId } from "../../../sync/new-id.ts";
import { momentWords } from "../../task/moment-words.ts";
import { asOneStep } from "../../undo/undo-steps.ts";
import type { RowActs } from "../use-list-acts.tsx";
import { nudgeLetter } from "./nudge-letter.ts";
import { waitingStrings } from "./waiting.strings.ts";

/** Long enough to answer, short enough not to forget. */
const askAgainAfterDays = 3;

/**
 * Reminds whoever a task waits for: begins a letter or copies its text, notes it as a comment, and asks again in a few
 * days. One step of undo.
 */
export function nudge(entry: WaitingTask, acts: RowActs, now: Now): void {
  const { view, task, who } = entry;
  const mutate = acts.mutateOn(view.board.id);
  const { name, text, mailto } = nudgeLetter(entry);
  const followUpOn = dayAfterDays(now.day, askAgainAfterDays);
  const asked = asOneStep(waitingStrings.nudgeStep, () => {
    const since = task.waitingFor?.since ?? task.enteredColumnAt;
    const updated = mutate("task.update", { taskId: task.id, waitingFor: { who, since, followUpOn } });
    const body = waitingStrings.comment(name);
    if (!updated.refused) mutate("comment.create", { taskId: task.id, commentId: newId<CommentId>(), body });
    return updated;
  });
  if (asked.refused) return;
  const day = momentWords(followUpOn, now.at);
  const say = (words: string) => void acts.say(view.board.id, asked, words);
  if (mailto !== null) {
    location.assign(mailto);
    return say(waitingStrings.written(name, day));
  }
  void copy(text).then((isCopied) => {
    say(isCopied ? waitingStrings.copied(day) : waitingStrings.noted(day));
    if (!isCopied) acts.showText({ title: waitingStrings.reminderTitle, hint: waitingStrings.reminderText, text });
  });
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without a secure address browsers keep the clipboard to themselves.
    return false;
  }
}
