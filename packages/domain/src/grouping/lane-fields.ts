import type { CaptureValues } from "../capture-syntax/capture-values.ts";
import type { TaskCard } from "../entities.ts";
import type { ContextId, ProjectId, UserId } from "../ids.ts";
import type { Grouping } from "../view-values.ts";
import { type LaneField, type Lanes, noLane } from "./lanes.ts";

export type LaneFields = Partial<Pick<TaskCard, LaneField>>;

/**
 * What a new task has from the lane it is added in. What its line says of that kind stands instead; the lane without a
 * value gives none, and neither does one that has gone meanwhile.
 */
export function laneFields(
  said: Pick<CaptureValues, "contexts" | "project" | "priority">,
  grouping: Grouping,
  lane: string,
  lanes: Lanes,
): LaneFields {
  if (lane === noLane || !lanes.has(lane)) return {};
  switch (grouping) {
    case "project":
      return said.project === null ? { projectId: lane as ProjectId } : {};
    case "context":
      return said.contexts.length === 0 ? { contextIds: [lane as ContextId] } : {};
    case "assignee":
      // No words name a person in a line.
      return { assigneeIds: [lane as UserId] };
    case "priority":
      return said.priority === null ? { priority: lane as TaskCard["priority"] } : {};
  }
}
