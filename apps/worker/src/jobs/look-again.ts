import type { HintKind } from "@kanban/domain/hint/hint-kinds";
import type { TaskFields } from "@kanban/domain/change";
import { deterministicId } from "@kanban/messaging/deterministic-id";
import type { HandlerContext } from "../handler.ts";
import { type Affected, findAffected, outdateRuns } from "./proposal.repository.ts";
import { agentJobs } from "./queues.ts";

/**
 * What an event changed may be what undecided hints rest on: the agents that proposed them look again, and report what
 * still holds, or nothing. Jobs have ids that follow from the event; lost ones are made again by the reconciler, for
 * until then the text counts as not read.
 */
export async function lookAgain(
  { tx, envelope, isBehind, agentOrders }: HandlerContext,
  affected: Affected,
): Promise<void> {
  // Hints that stand by now were made by agents who knew of it, or have been looked at when it came first.
  if (isBehind) return;
  const names = new Set(agentOrders.agents.filter(({ cost }) => cost === "cheap").map(({ name }) => name));
  // What costs others something is not asked twice about the same text.
  const standing = (await findAffected(tx, affected)).filter(({ agent }) => names.has(agent));
  if (standing.length === 0) return;
  await outdateRuns(tx, standing);
  const orders = standing.map(({ agent, taskId, textEventId, userId }) => ({
    id: deterministicId(envelope.id, `${agentJobs.name}:${agent}:${taskId}`),
    data: { agent, taskId, textEventId },
    userId,
  }));
  await agentOrders.place(tx, orders, { isEdit: true });
}

/** The hints that rest on a field of the tasks they name. */
const kindOfField: Partial<Record<keyof TaskFields, HintKind>> = {
  title: "duplicate",
  tagIds: "tag",
  contextIds: "context",
  projectId: "project",
  estimateMinutes: "estimate",
};

/** Fields of a task changed: its own hints may no longer be wanted, those of others may have lost what they rest on. */
export async function lookAgainAtFields(
  context: HandlerContext,
  taskId: string,
  fields: readonly (keyof TaskFields)[],
): Promise<void> {
  const agents = context.agentOrders.agents
    .filter(({ looksAgainOn }) => looksAgainOn.some((field) => fields.includes(field)))
    .map(({ name }) => name);
  if (agents.length > 0) await lookAgain(context, { taskId, agents });
  const kinds = fields.flatMap((field) => kindOfField[field] ?? []);
  if (kinds.length > 0) await lookAgain(context, { restingOn: taskId, kinds });
}
