import type { BoardScreen } from "../state/screen.tsx";
import { bulk } from "./bulk.ts";
import { selectedIds } from "./select.ts";
import { selectStrings } from "./select.strings.ts";

/** Sets the due date of all chosen tasks, or takes it off. */
export function setDue(screen: BoardScreen, dueAt: string | null): void {
  const ids = selectedIds(screen);
  bulk(screen, ids, { kind: "update", dueAt }, selectStrings.done.changed(ids.length));
}
