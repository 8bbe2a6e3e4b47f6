"use client";

import { columnOfKind, destinationOf } from "@kanban/domain/clarify/column-of-outcome";
import { answersHints, appliedBy, type DecidedFields } from "@kanban/domain/clarify/clarify-proposal";
import { type ClarifyDraft, outcomeOf } from "@kanban/domain/clarify/clarify-tree";
import { orderedColumns } from "@kanban/domain/board-view";
import type { Hint } from "@kanban/domain/entities";
import type { HintId, MutationId, TaskId } from "@kanban/domain/ids";
import type { ListedTask } from "@kanban/domain/lists/listed-task";
import type { Asked, Mutate } from "../../sync/asked-change.ts";
import { useMutate } from "../../sync/use-mutate.ts";
import type { FullColumn } from "../lists/list-acts.ts";
import { asOneStep } from "../undo/undo-steps.ts";
import { clarifyStrings } from "./clarify.strings.ts";
import type { Decision } from "./deck-session.ts";
import { makeLabels, type NewLabel } from "./new-label.ts";

/** A decision as it was asked for. */
export type NewDecision = Omit<Decision, "tookMs" | "at"> & { mutationId: MutationId };
export type OnDecided = (decision: NewDecision) => void;

/** Makes the decisions about one item; a full column asks through `onAskRoom`. */
export function useDecide(entry: ListedTask, onDecided: OnDecided, onAskRoom: (full: FullColumn) => void) {
  const { view, task } = entry;
  const boardId = view.board.id;
  const mutate = useMutate(boardId);
  const tell = (mutationId: MutationId, kind: Decision["kind"]) =>
    onDecided({ taskId: task.id, boardId, mutationId, kind, title: task.title });

  return {
    mutate,
    decide(
      draft: ClarifyDraft,
      { hints, off, base, made }: { hints: Hint[]; off: HintId[]; base: DecidedFields; made: NewLabel[] },
    ): void {
      const outcome = outcomeOf(draft, new Date().toISOString());
      if (!outcome) return;
      const isAnswer = answersHints(draft.kind);
      const { projectId, ...others } = base;
      const projectField = projectId !== undefined && outcome.kind !== "project" ? { projectId } : {};
      const fields = isAnswer ? { ...others, ...projectField, ...givenIn(draft) } : {};
      const decided = { applied: appliedBy(hints, fields, outcome), dismissed: off };
      const ask = once(mutate, made, draft, (overrideWip) =>
        mutate("task.clarify", {
          taskId: task.id,
          outcome,
          ...(Object.keys(fields).length > 0 ? { fields } : {}),
          ...(isAnswer && decided.applied.length + off.length > 0 ? { hints: decided } : {}),
          overrideWip,
        }),
      );
      const { refused, mutationId } = ask();
      if (!refused) {
        tell(mutationId, draft.kind);
        return;
      }
      const current = view.columns[task.columnId];
      const kind = destinationOf(outcome);
      if (refused.code !== "WIP_REASON_REQUIRED" || !current) return;
      if (kind === "stays" || kind === "archive" || kind === "trash") return;
      const columnId = columnOfKind(orderedColumns(view), current, kind).id;
      let last = mutationId;
      const askAgain = (overrideWip?: { reason: string }): Asked => {
        const asked = ask(overrideWip);
        last = asked.mutationId;
        return asked;
      };
      const question = { columnId, entering: [task.id], ask: askAgain, onDone: () => tell(last, draft.kind) };
      onAskRoom({ boardId, mutate, question });
    },
    merge(otherTaskId: TaskId): void {
      const { refused, mutationId } = mutate("task.merge", { taskId: task.id, otherTaskId });
      if (!refused) tell(mutationId, "merge");
    },
  };
}

type Override = { reason: string } | undefined;

/** Labels are made with the first try and are there for the others. Without one of them nothing is decided. */
function once(mutate: Mutate, made: NewLabel[], draft: ClarifyDraft, decide: (override: Override) => Asked) {
  let left = made;
  return (override?: Override): Asked =>
    asOneStep(clarifyStrings.step, () => {
      const { contextIds = [], tagIds = [] } = draft;
      const refused = makeLabels(mutate, left, { contextIds, tagIds });
      if (refused) return refused;
      left = [];
      return decide(override);
    });
}

function givenIn({ contextIds, tagIds, dueAt, estimateMinutes, firstAction }: ClarifyDraft): DecidedFields {
  return {
    ...(contextIds ? { contextIds: [...contextIds] } : {}),
    ...(tagIds ? { tagIds: [...tagIds] } : {}),
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(estimateMinutes === undefined ? {} : { estimateMinutes }),
    ...(firstAction === undefined ? {} : { title: firstAction }),
  };
}
