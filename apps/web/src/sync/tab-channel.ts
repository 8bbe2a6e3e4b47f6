import type { MutationAnswer } from "@kanban/domain/board-event";
import type { MutationId } from "@kanban/domain/ids";
import type { PendingMutation } from "./pending.ts";
import type { SyncRefusal } from "./refusals.ts";

/** What the tabs of one user tell each other. */
export type TabMessage =
  /** On disk by now, or nowhere but in the tabs' memory when the disk refused it. */
  | { type: "queued"; pending: PendingMutation }
  | { type: "answered"; pending: PendingMutation; answer: MutationAnswer }
  | { type: "refused"; pending: PendingMutation; refusal: SyncRefusal }
  /** The tab that asked has told its user; nobody else needs to. */
  | { type: "refusal-told"; mutationId: MutationId }
  /** Found on the disk. Whoever has seen the end of one says `finished`: the disk may lag behind, or refuse a removal. */
  | { type: "restored"; mutationIds: readonly MutationId[] }
  | { type: "finished"; mutationId: MutationId }
  | { type: "signed-out" }
  | { type: "wiped" };

export type TabChannel = {
  /** To every other tab of this user, never to this one. */
  post(message: TabMessage): void;
  listen(listener: (message: TabMessage) => void): () => void;
};
