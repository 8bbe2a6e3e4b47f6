import { addressIn, calledName } from "@kanban/domain/lists/address-in";
import type { WaitingTask } from "@kanban/domain/lists/list-waiting";
import { waitingStrings } from "./waiting.strings.ts";

/** A friendly reminder: its text, and the address of a letter with it where somebody has one. */
export function nudgeLetter({ who, task }: Pick<WaitingTask, "who" | "task">): {
  name: string;
  text: string;
  mailto: string | null;
} {
  const name = calledName(who);
  const since = new Date(task.waitingFor?.since ?? task.enteredColumnAt);
  const text = waitingStrings.reminder(
    name,
    task.title,
    since.toLocaleDateString(undefined, { day: "numeric", month: "long" }),
  );
  const address = addressIn(who);
  const subject = encodeURIComponent(waitingStrings.subject(task.title));
  // Mail programs want their lines ended as letters do.
  const body = encodeURIComponent(text.replaceAll("\n", "\r\n"));
  return { name, text, mailto: address && `mailto:${encodeURIComponent(address)}?subject=${subject}&body=${body}` };
}
