import type { BoardView } from "@kanban/domain/board-view";
import type { CaptureValues } from "@kanban/domain/capture-syntax/capture-values";
import { type LaneFields, laneFields } from "@kanban/domain/grouping/lane-fields";
import { lanesOf } from "@kanban/domain/grouping/lanes";
import type { Grouping } from "@kanban/domain/view-values";

/** What a line added in a lane has from it; nothing outside of lanes. */
export function givenByLane(
  view: BoardView,
  grouping: Grouping | null,
  lane: string | undefined,
  values: CaptureValues,
): LaneFields {
  return grouping && lane !== undefined ? laneFields(values, grouping, lane, lanesOf(view, grouping)) : {};
}
