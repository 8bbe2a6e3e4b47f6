import type { BoardView } from "@kanban/domain/board-view";
import type { TaskCard } from "@kanban/domain/entities";
import type { Mutate } from "../../../../sync/asked-change.ts";
import type { PickerOption } from "../filter-options.ts";

/** A task with what is needed to change it. */
export type TaskInHand = { view: BoardView; task: TaskCard; mutate: Mutate };

/** A field whose value is chosen from a list: what there is, what is chosen, and what choosing does. */
export type FieldChoice<Id extends string = string> = {
  label: string;
  placeholder: string;
  options: readonly PickerOption<Id>[];
  chosen: readonly Id[];
  /** Chosen for some of the tasks in the hand, not for all. */
  partly?: readonly Id[];
  /** One value, not several: choosing it is the end. */
  closesOnChoice: boolean;
  /** The options have an order of their own; otherwise they are listed by name. */
  inOrder?: boolean;
  onToggle: (id: Id) => void;
  /** Makes what is not there yet; `null` where nothing can be made. */
  onCreate: ((name: string) => void) | null;
};

/** The ids with one more or one less. */
export function toggled<Id>(ids: readonly Id[], id: Id): Id[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}
