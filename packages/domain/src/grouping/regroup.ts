import type { TaskCard } from "../entities.ts";
import type { ContextId, ProjectId, UserId } from "../ids.ts";
import type { BulkAct } from "../mutations.ts";
import type { Grouping } from "../view-values.ts";
import { type LaneField, type Lanes, laneOf, laneValues, noLane } from "./lanes.ts";

export type Regrouping = Extract<BulkAct, { kind: "update" }>;

/**
 * What brings a task into a lane; `null` when it stands there. The value it stood under gives way, and so do those of
 * lanes above the new one, which would keep it from there; values of lanes below stay. No lane is: none of them.
 */
export function regroup(
  task: Pick<TaskCard, LaneField>,
  grouping: Grouping,
  to: string,
  lanes: Lanes,
): Regrouping | null {
  const from = laneOf(task, grouping, lanes);
  if (from === to) return null;
  if (grouping === "project") return { kind: "update", projectId: to === noLane ? null : (to as ProjectId) };
  if (grouping === "priority") return { kind: "update", priority: to as TaskCard["priority"] };
  const values = laneValues(task, grouping);
  const placeOf = (value: string) => lanes.get(value) ?? Infinity;
  const gone = values.filter((value) => value === from || placeOf(value) < placeOf(to)).sort();
  const come = to === noLane || values.includes(to) ? [] : [to];
  return grouping === "context"
    ? { kind: "update", addContextIds: come as ContextId[], removeContextIds: gone as ContextId[] }
    : { kind: "update", addAssigneeIds: come as UserId[], removeAssigneeIds: gone as UserId[] };
}
