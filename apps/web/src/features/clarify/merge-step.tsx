"use client";

import { similarTitles } from "@kanban/domain/clarify/similar-titles";
import type { Hint, TaskCard } from "@kanban/domain/entities";
import type { TaskId } from "@kanban/domain/ids";
import type { ListedTask } from "@kanban/domain/lists/listed-task";
import { useState } from "react";
import { clarifyStrings } from "./clarify.strings.ts";
import { PickStep } from "./pick-step.tsx";

/** The other tasks of the board, the likest first. */
function others({ view, task }: ListedTask, hints: readonly Hint[]): { tasks: TaskCard[]; likest: TaskId[] } {
  const all = Object.values<TaskCard>(view.tasks).filter(({ id }) => id !== task.id);
  const hinted = hints.flatMap(({ value }) =>
    value.kind === "duplicate" ? all.filter(({ id }) => id === value.otherTaskId) : [],
  );
  const likest = [...new Set([...hinted, ...similarTitles(task.title, all, 8)])];
  return { tasks: [...likest, ...all.filter((other) => !likest.includes(other))], likest: likest.map(({ id }) => id) };
}

/** Which task says the same: it gets what this one holds. */
export function MergeStep({
  entry,
  hints,
  onMerge,
  onBack,
}: {
  entry: ListedTask;
  hints: readonly Hint[];
  onMerge: (otherTaskId: TaskId) => void;
  onBack: () => void;
}) {
  // As it was when the question came: the list must not move under the hand.
  const [{ tasks, likest }] = useState(() => others(entry, hints));
  const { key } = entry.view.board;
  return (
    <PickStep
      question={clarifyStrings.mergeInto}
      text={<p className="-mt-2 text-sm text-ink-2">{clarifyStrings.mergeText}</p>}
      placeholder={clarifyStrings.mergePlaceholder}
      options={tasks.map(({ id, title, number }) => ({
        id,
        name: title,
        icon: <span className="font-mono text-2xs text-ink-2">{number > 0 ? `${key}-${number}` : key}</span>,
      }))}
      apart={likest}
      chosen={likest.slice(0, 1)}
      isInOrder
      onPick={onMerge}
      onBack={onBack}
    />
  );
}
