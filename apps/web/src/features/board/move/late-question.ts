import type { TaskId } from "@kanban/domain/ids";
import type { Mutation } from "@kanban/domain/mutations";
import type { Asked } from "../../../sync/asked-change.ts";
import type { BoardScreen } from "../state/screen.tsx";

type Late = { entering: readonly TaskId[]; ask: (overrideWip: { reason: string } | undefined) => Asked };

/** How a change that the server refused for a full column is asked for again; `null` for what no column refuses. */
export function lateQuestion({ mutate }: Pick<BoardScreen, "mutate">, mutation: Mutation): Late | null {
  switch (mutation.name) {
    case "task.create":
    case "task.restore": {
      const { name, input } = mutation;
      return {
        entering: [],
        ask: (overrideWip) =>
          name === "task.create"
            ? mutate(name, { ...withoutKeys(input), overrideWip })
            : mutate(name, { taskId: input.taskId, overrideWip }),
      };
    }
    case "task.move": {
      const rest = withoutKeys(mutation.input);
      return { entering: [rest.taskId], ask: (overrideWip) => mutate("task.move", { ...rest, overrideWip }) };
    }
    case "task.clarify": {
      const rest = withoutKeys(mutation.input);
      return { entering: [rest.taskId], ask: (overrideWip) => mutate("task.clarify", { ...rest, overrideWip }) };
    }
    case "task.bulk": {
      const { taskIds, do: act } = mutation.input;
      if (act.kind !== "move") return null;
      return {
        entering: taskIds,
        ask: (overrideWip) => mutate("task.bulk", { taskIds, do: { ...act, overrideWip } }),
      };
    }
    default:
      return null;
  }
}

function withoutKeys<Input extends { boardId: string; mutationId: string }>(input: Input) {
  const { boardId: _boardId, mutationId: _mutationId, ...rest } = input;
  return rest;
}
