import type { z } from "zod";
import type { MutationId } from "@kanban/domain/ids";
import type { mutationInputs, MutationName } from "@kanban/domain/mutations";
import type { SyncRefusal } from "./refusals.ts";

/** What a screen fills in to ask for a change; the engine adds the board and the mutation id. */
export type AskedInput<Name extends MutationName> = Omit<
  z.input<(typeof mutationInputs)[Name]>,
  "boardId" | "mutationId"
>;

/** What asking answers at once. With `refused` set nothing was queued and nothing changed. */
export type Asked = { mutationId: MutationId; refused: SyncRefusal | null };

/** Asks for one change of a board; returns before anything is stored or sent. */
export type Mutate = <Name extends MutationName>(name: Name, input: AskedInput<Name>) => Asked;
