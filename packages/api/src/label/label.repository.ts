import type { BoardId, ContextId, ProjectId, TagId, UserId } from "@kanban/domain/ids";
import { refuse } from "@kanban/domain/refusal";
import type { SqlTx } from "../context.ts";

/** What a task or a column may be given; ids without repetitions. */
export type LabelRefs = {
  contextIds?: readonly ContextId[];
  tagIds?: readonly TagId[];
  projectId?: ProjectId | null;
  assigneeIds?: readonly UserId[];
};

type LabelCounts = { contexts: number; tags: number; projects: number; members: number };

/**
 * Refuses with the kind's NOT_FOUND unless every label is one of the board's own, every assignee a member. Found ones
 * stay until the commit: a removal in flight waits for us or we for it, so that no foreign key fails later.
 */
export async function checkLabels(tx: SqlTx, boardId: BoardId, refs: LabelRefs): Promise<void> {
  const { contextIds = [], tagIds = [], projectId = null, assigneeIds = [] } = refs;
  if (contextIds.length + tagIds.length + assigneeIds.length === 0 && projectId === null) return;
  const [found] = await tx.sql<LabelCounts>`
    WITH own_context AS (
      SELECT FROM context WHERE board_id = ${boardId}::uuid AND id = ANY (${contextIds}::uuid[]) FOR KEY SHARE
    ), own_tag AS (
      SELECT FROM tag WHERE board_id = ${boardId}::uuid AND id = ANY (${tagIds}::uuid[]) FOR KEY SHARE
    ), own_project AS (
      SELECT FROM project WHERE board_id = ${boardId}::uuid AND id = ${projectId}::uuid FOR KEY SHARE
    ), member AS (
      SELECT FROM board_member WHERE board_id = ${boardId}::uuid AND user_id = ANY (${assigneeIds}::uuid[]) FOR KEY SHARE
    )
    SELECT (SELECT count(*)::int FROM own_context) AS contexts, (SELECT count(*)::int FROM own_tag) AS tags,
      (SELECT count(*)::int FROM own_project) AS projects, (SELECT count(*)::int FROM member) AS members`;
  if (found?.contexts !== contextIds.length) refuse("CONTEXT_NOT_FOUND");
  if (found.tags !== tagIds.length) refuse("TAG_NOT_FOUND");
  if (found.projects !== (projectId === null ? 0 : 1)) refuse("PROJECT_NOT_FOUND");
  if (found.members !== assigneeIds.length) refuse("MEMBER_NOT_FOUND");
}
