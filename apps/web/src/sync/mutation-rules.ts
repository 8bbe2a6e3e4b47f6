import { mutationInputs } from "@kanban/domain/mutations";
import { planMutation } from "@kanban/domain/plan-mutation";
import { replayOn } from "./replay-pending.ts";

/** Everything about mutations, in one script of its own; see {@link LazyRules}. */
export const mutationRules = { mutationInputs, planMutation, replayOn };
