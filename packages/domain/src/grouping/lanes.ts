import type { BoardView } from "../board-view.ts";
import type { TaskCard } from "../entities.ts";
import { priorities } from "../task-values.ts";
import type { Grouping } from "../view-values.ts";

/*
 * A lane is the tasks of one project, context, assignee or priority; it is called by the value, as a facet of the
 * filter is. A task stands in exactly one: of several contexts or assignees, in the lane that comes first. So a card is
 * on the board once, and whatever is done to it by hand, key or reader means one thing.
 */

/** The lane of what has no value; the last one. */
export const noLane = "none";

/** The lanes a board can have, from top to bottom, each with its place. */
export type Lanes = ReadonlyMap<string, number>;

type Rows = Pick<BoardView, "projects" | "contexts" | "members">;

/** Every lane there can be, by name; priorities from high to low. */
export function lanesOf(rows: Rows, grouping: Grouping): Lanes {
  return new Map(keysOf(rows, grouping).map((key, place) => [key, place]));
}

function keysOf({ projects, contexts, members }: Rows, grouping: Grouping): readonly string[] {
  switch (grouping) {
    case "project":
      return [...byName(projects), noLane];
    case "context":
      return [...byName(contexts), noLane];
    case "assignee":
      return [...byName(members), noLane];
    case "priority":
      return priorities.toReversed();
  }
}

function byName(rows: Readonly<Record<string, { name: string }>>): string[] {
  return Object.entries(rows)
    .sort(([idA, a], [idB, b]) => a.name.localeCompare(b.name) || (idA < idB ? -1 : 1))
    .map(([id]) => id);
}

/** What a task has of the grouped kind. */
export function laneValues(task: Pick<TaskCard, LaneField>, grouping: Grouping): readonly string[] {
  switch (grouping) {
    case "project":
      return task.projectId ? [task.projectId] : [];
    case "context":
      return task.contextIds;
    case "assignee":
      return task.assigneeIds;
    case "priority":
      return [task.priority];
  }
}

export type LaneField = "projectId" | "contextIds" | "assigneeIds" | "priority";

/** The lane a task stands in: the first of those it has a value of. */
export function laneOf(task: Pick<TaskCard, LaneField>, grouping: Grouping, lanes: Lanes): string {
  let first = noLane;
  for (const value of laneValues(task, grouping)) {
    const place = lanes.get(value);
    if (place !== undefined && place < (lanes.get(first) ?? Infinity)) first = value;
  }
  return first;
}
