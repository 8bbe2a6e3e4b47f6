import type { ChangeType } from "@kanban/domain/change";
import type { Handler } from "./handler.ts";
import { lookAgain, lookAgainAtFields } from "./jobs/look-again.ts";
import { decideProposal } from "./jobs/proposal.repository.ts";
import { wakeAgents } from "./jobs/wake-agents.ts";
import { wakeSkippedAgents } from "./jobs/wake-skipped-agents.ts";
import { requestPreview } from "./previews/request-preview.ts";
import {
  projectBoard,
  projectBoardUpdate,
  projectLabel,
  projectLabelRemoval,
  projectLabelUpdate,
  projectProject,
} from "./projection/project-labels.ts";
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
    {
      name: "look-again",
      run: (context, { taskId, after }) =>
        lookAgainAtFields(context, taskId, Object.keys(after) as (keyof typeof after)[]),
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
    {
      name: "look-again",
      run: async (context, { taskId, before, after }) => {
        const isSame = String(before.contextIds) === String(after.contextIds);
        if (!isSame) await lookAgainAtFields(context, taskId, ["contextIds"]);
        // A task that is done is no longer what another repeats.
        if (before.finishedAt === null && after.finishedAt !== null)
          await lookAgain(context, { restingOn: taskId, kinds: ["duplicate"] });
      },
    },
  ],
  "task.archived": [
    {
      name: "project-task",
      run: (context, payload) => {
        const { archivedAt } = payload;
        return projectTaskGone(context, payload, { goneAt: archivedAt, archivedAt });
      },
    },
    {
      name: "look-again",
      run: (context, { taskId }) => lookAgain(context, { restingOn: taskId, kinds: ["duplicate"] }),
    },
  ],
  "task.removed": [
    {
      name: "project-task",
      run: (context, payload) => projectTaskGone(context, payload, { goneAt: payload.deletedAt, archivedAt: null }),
    },
    { name: "look-again", run: (context, { taskId }) => lookAgain(context, { restingOn: taskId, kinds: "all" }) },
  ],

  "attachment.created": [{ name: "request-preview", run: requestPreview }],
  "attachment.updated": [],
  "attachment.removed": [],
  "attachment.restored": [],
  "task.covered": [],

  // A removed board takes no more changes, so nothing wakes an agent on it; what is under way the API refuses.
  "board.created": [{ name: "project-board", run: projectBoard }],
  "board.updated": [{ name: "project-board", run: projectBoardUpdate }],
  "board.removed": [],
  "board.restored": [],

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
  "tag.created": [{ name: "project-label", run: (context, { tag }) => projectLabel(context, "tag", tag) }],
  "tag.updated": [
    { name: "project-label", run: (context, { tagId, after }) => projectLabelUpdate(context, tagId, after) },
  ],
  "tag.removed": [
    { name: "project-label", run: (context, { tag }) => projectLabelRemoval(context, "tag", tag) },
    { name: "look-again", run: (context, { tag }) => lookAgain(context, { labelId: tag.id }) },
  ],
  "context.created": [
    { name: "project-label", run: (context, { context: label }) => projectLabel(context, "context", label) },
  ],
  "context.updated": [
    { name: "project-label", run: (context, { contextId, after }) => projectLabelUpdate(context, contextId, after) },
  ],
  "context.removed": [
    { name: "project-label", run: (context, { context: label }) => projectLabelRemoval(context, "context", label) },
    { name: "look-again", run: (context, { context: label }) => lookAgain(context, { labelId: label.id }) },
  ],
  "project.created": [{ name: "project-label", run: (context, { project }) => projectProject(context, project) }],
  "project.updated": [
    { name: "project-label", run: (context, { projectId, after }) => projectLabelUpdate(context, projectId, after) },
    {
      name: "look-again",
      run: async (context, { projectId, after }) => {
        if (after.status !== undefined) await lookAgain(context, { labelId: projectId });
      },
    },
  ],
  "project.removed": [
    { name: "project-label", run: (context, { project }) => projectLabelRemoval(context, "project", project) },
    { name: "look-again", run: (context, { project }) => lookAgain(context, { labelId: project.id }) },
  ],

  // How people look at a board, not what is on it.
  "view.created": [],
  "view.updated": [],
  "view.moved": [],
  "view.removed": [],

  // Our own words coming back: answering them would never end. What people say to them is remembered.
  "hint.recorded": [],
  "hint.decided": [
    {
      name: "decide-proposal",
      run: ({ tx, boardSeq, envelope }, { hintId, state }) =>
        decideProposal(tx, { hintId, boardSeq, state, at: envelope.occurredAt }),
    },
  ],
  "preview.recorded": [],
  "hint.reopened": [
    {
      name: "decide-proposal",
      run: ({ tx, boardSeq }, { hintId }) => decideProposal(tx, { hintId, boardSeq, state: "proposed", at: null }),
    },
  ],
} as const satisfies { [Type in ChangeType]: readonly Handler<Type>[] };
