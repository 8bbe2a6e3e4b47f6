import type { BoardId, MutationId } from "@kanban/domain/ids";
import { refuse } from "@kanban/domain/refusal";
import type { ActorContext, ApiTx } from "../context.ts";
import { hasHappened } from "../event-log.repository.ts";
import { mutateBoard } from "../mutate-board.ts";
import { findLiveTask } from "../task/task.repository.ts";
import { findTextVersion, insertHint, listHints } from "./hint.repository.ts";
import { type HintReport, planHintReport } from "./plan-hint-report.ts";
import { writeDecisions } from "./write-hint-changes.ts";

/** `textEventId` names the event that brought the text the agent read; null when the report does not say. */
type RecordHintsInput = HintReport & { boardId: BoardId; mutationId: MutationId; textEventId: string | null };

/**
 * Takes an agent's report on a task over. A report about older text than the task has now changes nothing: the agent
 * has been, or will be, told of the newer text. Neither does one about text that was undone when the database was
 * restored to an earlier moment. Refused when the task has left the board or the actor has no access.
 */
export function recordHints(ctx: ActorContext, input: RecordHintsInput) {
  return mutateBoard(ctx, "hint.record", input, async (scope) => {
    const { tx, boardId, now } = scope;
    const task = (await findLiveTask(tx, boardId, input.taskId)) ?? refuse("TASK_NOT_FOUND");
    const textVersion = (await findTextVersion(tx, boardId, task.id)) ?? refuse("TASK_NOT_FOUND");
    if (textVersion > input.taskVersion) return [];
    if (!(await isTextKnown(tx, input))) return [];
    const planned = planHintReport(task, await listHints(tx, boardId, task.id), input, {
      now,
      switches: scope.board.hints,
    });
    const changes = [];
    for (const change of planned) {
      const isStored =
        change.type !== "hint.recorded" || (await insertHint(tx, boardId, change.payload.hint, input.taskVersion));
      if (isStored) changes.push(change);
    }
    if (changes.length > 0) await writeDecisions(scope, task.id, changes);
    return changes;
  });
}

/** False for a text whose event is not in the log: undone. A text that came without one, by an import, names its task. */
async function isTextKnown(tx: ApiTx, { boardId, taskId, textEventId }: RecordHintsInput): Promise<boolean> {
  return textEventId === null || textEventId === (taskId as string) || hasHappened(tx, boardId, textEventId);
}
