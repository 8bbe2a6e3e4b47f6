import type { Change, TaskFields } from "@kanban/domain/change";
import type { Hint } from "@kanban/domain/entities";
import type { TaskId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import type { Instant } from "@kanban/domain/moment";
import { isEvidencePresent, isEvidenceSound, isSameEvidence } from "@kanban/domain/hint/hint-evidence";
import { isWanted } from "@kanban/domain/hint/fold-hints";
import type { HintSwitches } from "@kanban/domain/hint/hint-switches";
import { isHintIdle, planHintSupersede } from "@kanban/domain/hint/plan-hint";
import type { WorkerEventPayload } from "@kanban/events/worker-events";

export type HintReport = WorkerEventPayload<"hints.proposed">;

function isSameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Whether two hints propose the same from the same evidence. */
function saysTheSame(a: Pick<Hint, "value" | "evidence">, b: Pick<Hint, "value" | "evidence">): boolean {
  return isSameJson(a.value, b.value) && isSameEvidence(a.evidence, b.evidence);
}

/**
 * What a report of an agent changes about a task's hints. A report is the whole of what the agent proposes now:
 * - a proposal of it that stands as it is stays; all its other proposals are superseded;
 * - what a person applied or dismissed before, from the same words, is not proposed again;
 * - neither is what the task already has, or what is not said in its text (the text changed, or the agent invented it);
 * - nor a kind the board does not want;
 * - beyond `limits.proposedHintsPerTask` the oldest proposals, of any agent, are superseded.
 */
export function planHintReport(
  task: TaskFields & { id: TaskId },
  hints: readonly Hint[],
  report: HintReport,
  { now, switches }: { now: Instant; switches: HintSwitches },
): Change[] {
  const ofAgent = hints.filter((hint) => hint.agent === report.agent);
  const standing = ofAgent.filter((hint) => hint.state === "proposed");
  const decided = ofAgent.filter((hint) => hint.state === "applied" || hint.state === "dismissed");

  const wanted = report.hints
    .slice(0, limits.proposedHintsPerTask)
    .filter(
      (hint, index, all) =>
        isWanted(switches, hint.value.kind) &&
        isEvidenceSound(hint.evidence) &&
        isEvidencePresent(hint.evidence, task) &&
        !decided.some((other) => saysTheSame(other, hint)) &&
        all.findIndex((other) => saysTheSame(other, hint)) === index,
    );
  const kept = standing.filter((old) =>
    wanted.some((hint) => saysTheSame(old, hint) && isSameJson(old.evidence, hint.evidence)),
  );
  const added = wanted
    .filter((hint) => !kept.some((old) => saysTheSame(old, hint)))
    .map(({ hintId: id, value, evidence, confidence }): Hint => {
      return {
        id,
        taskId: task.id,
        agent: report.agent,
        value,
        evidence,
        confidence,
        state: "proposed",
        proposedAt: now,
      };
    })
    .filter((hint) => !isHintIdle(hint.value, task, now));

  const others = hints.filter((hint) => hint.state === "proposed" && hint.agent !== report.agent);
  const remaining = [...others, ...kept].sort((a, b) => (a.proposedAt < b.proposedAt ? -1 : 1));
  const crowdedOut = remaining.slice(0, Math.max(0, remaining.length + added.length - limits.proposedHintsPerTask));
  const ended = [...standing.filter((hint) => !kept.includes(hint)), ...crowdedOut];
  return [
    ...ended.map(planHintSupersede),
    ...added.map((hint): Change => ({ type: "hint.recorded", payload: { hint } })),
  ];
}
