import type { mutationInputs } from "@kanban/domain/mutations";

/**
 * The schemas that read what is asked for, as the server will read it. They and their library are a sixth of the board's
 * script and not needed to draw it, so browsers fetch them right after.
 */
export type MutationSchemas = {
  loaded(): { mutationInputs: typeof mutationInputs } | null;
  /** Fetches them, however often that takes. */
  fetch(): void;
  /** Calls when they have come, before anything else can be asked for. */
  subscribe(listener: () => void): () => void;
};
