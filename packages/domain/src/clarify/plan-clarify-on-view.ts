import { type BoardView, orderedColumns } from "../board-view.ts";
import type { Change } from "../change.ts";
import type { Column, TaskCard } from "../entities.ts";
import type { Instant } from "../moment.ts";
import type { MutationInput } from "../mutations.ts";
import { checkNameIsFree } from "../plan-label.ts";
import { admit, need, needColumn, needTask, rankOnArrival } from "../view-lookup.ts";
import { columnOfKind, destinationOf } from "./column-of-outcome.ts";
import { planClarify } from "./plan-clarify.ts";

/** What a decision over an item does to the board as this browser knows it. */
export function planClarifyOnView(view: BoardView, input: MutationInput<"task.clarify">, now: Instant): Change[] {
  const card = needTask(view, input.taskId);
  const from = needColumn(view, card.columnId);
  const { outcome } = input;
  if (outcome.kind === "project") {
    const { projectId, create } = outcome;
    if (create) checkNameIsFree(Object.values(view.projects), projectId, create.name);
    else need(view.projects, projectId, "PROJECT_NOT_FOUND");
  }
  const { notes, notesVersion, hints } = view.details[card.id] ?? { notes: "", notesVersion: 0, hints: [] };
  // Of an item that was never opened here the hints are not known: the server decides them.
  const known = view.details[card.id] ? input : { ...input, hints: undefined };
  const place = placeOnView(view, card, from, input);
  return planClarify({ task: { card, notes, notesVersion }, from, place, hints, input: known, now });
}

function placeOnView(view: BoardView, card: TaskCard, from: Column, input: MutationInput<"task.clarify">) {
  const kind = destinationOf(input.outcome);
  if (kind === "stays" || kind === "archive" || kind === "trash") return null;
  const to = columnOfKind(orderedColumns(view), from, kind);
  if (to.id === from.id) return null;
  const overrodeWip = admit(view, to, input.overrideWip?.reason);
  return { to, rank: rankOnArrival(view, to, card.id, {}), overrodeWip };
}
