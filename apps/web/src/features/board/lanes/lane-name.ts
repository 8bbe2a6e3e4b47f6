import type { BoardView } from "@kanban/domain/board-view";
import { noLane } from "@kanban/domain/grouping/lanes";
import type { ContextId, ProjectId, UserId } from "@kanban/domain/ids";
import type { Priority } from "@kanban/domain/entities";
import type { Grouping } from "@kanban/domain/view-values";
import { taskStrings } from "../../task/task.strings.ts";
import { viewStrings } from "../views/view.strings.ts";

/** What a lane is called: by the project, context, person or priority its tasks have. */
export function laneName(view: BoardView, grouping: Grouping, lane: string): string {
  if (lane === noLane) return viewStrings.noLane[grouping];
  switch (grouping) {
    case "project":
      return view.projects[lane as ProjectId]?.name ?? "";
    case "context":
      return `@${view.contexts[lane as ContextId]?.name ?? ""}`;
    case "assignee":
      return view.members[lane as UserId]?.name ?? "";
    case "priority":
      return taskStrings.fields.priorities[lane as Priority];
  }
}
