import type { ChangeType } from "@kanban/domain/change";
import type { Handler } from "./handler.ts";
import { wakeAgents } from "./jobs/wake-agents.ts";
import { wakeSkippedAgents } from "./jobs/wake-skipped-agents.ts";
import { requestPreview } from "./previews/request-preview.ts";
import { projectTaskGone, projectTaskMove, projectTaskUpdate, projectTaskWhole } from "./projection/project-task.ts";

/**
 * What each board event causes here, in this order. An event this map does not name does not compile; an empty list is
 * a decision. Agents are woken by new text, and by the return of a task whose text they have not read; always after the
 * projection has it.
 */
export const handlers = {
  "task.created": [
    { name: "project-task", run: projectTaskWhole },
    { name: "wake-agents", run: (context, { card }) => wakeAgents(context, card.id) },
  ],
  "task.updated": [
    { name: "project-task", run: projectTaskUpdate },
    {
      name: "wake-agents",
      run: async (context, { taskId, after }) => {
        if (after.title !== undefined || after.notes !== undefined) await wakeAgents(context, taskId, { isEdit: true });
      },
    },
  ],
  "task.restored": [
    { name: "project-task", run: projectTaskWhole },
    { name: "wake-agents", run: (context, { card }) => wakeAgents(context, card.id) },
  ],
  "task.moved": [
    { name: "project-task", run: projectTaskMove },
    {
      name: "wake-agents",
      run: async (context, { taskId, before, after }) => {
        if (before.finishedAt !== null && after.finishedAt === null) await wakeSkippedAgents(context, taskId);
      },
    },
  ],
  "task.archived": [
    { name: "project-task", run: (context, payload) => projectTaskGone(context, payload, payload.archivedAt) },
  ],
  "task.removed": [
    { name: "project-task", run: (context, payload) => projectTaskGone(context, payload, payload.deletedAt) },
  ],

  "attachment.created": [{ name: "request-preview", run: requestPreview }],
  "attachment.updated": [],
  "attachment.removed": [],
  "attachment.restored": [],
  "task.covered": [],

  // A removed board takes no more changes, so nothing wakes an agent on it; what is under way the API refuses.
  "board.created": [],
  "board.updated": [],
  "board.removed": [],
  "board.restored": [],

  // Agents know tasks by their text alone, so far.
  "column.created": [],
  "column.updated": [],
  "column.moved": [],
  "column.removed": [],
  "column.reranked": [],
  "checklist-item.created": [],
  "checklist-item.updated": [],
  "checklist-item.moved": [],
  "checklist-item.removed": [],
  "comment.created": [],
  "comment.updated": [],
  "comment.removed": [],
  "task-link.created": [],
  "task-link.removed": [],
  "tag.created": [],
  "tag.updated": [],
  "tag.removed": [],
  "context.created": [],
  "context.updated": [],
  "context.removed": [],
  "project.created": [],
  "project.updated": [],
  "project.removed": [],

  // Our own words coming back: answering them would never end.
  "hint.recorded": [],
  "hint.decided": [],
  "preview.recorded": [],
  "hint.reopened": [],
} as const satisfies { [Type in ChangeType]: readonly Handler<Type>[] };
