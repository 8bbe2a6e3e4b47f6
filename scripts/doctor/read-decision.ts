import { randomUUID } from "node:crypto";
import { type DecideInput, decideInput } from "@kanban/api/operations/decide-input";

/** What the words after `pnpm run doctor` decide. @throws saying what is wrong with them. */
export function readDecision(words: readonly string[], reason: string | undefined): DecideInput {
  const operation = operationOf(words);
  if (!operation) throw new Error(`"${words.join(" ")}" is no command.`);
  if (reason === undefined) throw new Error('A decision needs a reason: --reason "…"');
  const parsed = decideInput.safeParse({ operation, reason, mutationId: randomUUID() });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`${issue?.path.at(-1)?.toString() ?? "The command"}: ${issue?.message ?? "not accepted"}.`);
}

function operationOf([command, ...rest]: readonly string[]): object | null {
  const [what, id] = rest;
  const isAlone = rest.length === 0;
  const isPair = rest.length === 2;
  switch (command) {
    case "redrive":
      return isPair ? { action: "redrive-event", side: what, eventId: id } : null;
    case "discard":
      if (!isPair) return null;
      return what === "job"
        ? { action: "discard-job", side: "worker", jobId: id }
        : { action: "discard-event", side: what, eventId: id };
    case "retry":
      return rest.length === 1 ? { action: "retry-job", side: "worker", jobId: what } : null;
    case "rebuild":
      return isAlone ? { action: "rebuild-projections", side: "worker" } : null;
    case "begin-epoch":
      return isAlone ? { action: "begin-epoch", side: "api" } : null;
    default:
      return null;
  }
}
