import { type ClarifyDraft, type ClarifyStep, withoutAnswer } from "@kanban/domain/clarify/clarify-tree";

/** The way of one item through the questions, which can be gone back step by step. */
export type Way = {
  /** What is answered now; `null` while it is not said what the item is. */
  draft: ClarifyDraft | null;
  /** The steps somebody answered, in their order. */
  asked: readonly ClarifyStep[];
  /** Every answer given on this item, also of steps gone back behind: a step that is asked again shows its own. */
  given: Partial<ClarifyDraft>;
};

export const noWay: Way = { draft: null, asked: [], given: {} };

/** The way after it was said what the item is, with what comes with that. */
export function begun(way: Way, draft: ClarifyDraft): Way {
  return { ...way, draft, asked: [] };
}

/** The way after a step was answered. */
export function answered(way: Way, step: ClarifyStep, answer: Partial<ClarifyDraft>): Way {
  if (!way.draft) return way;
  return { draft: { ...way.draft, ...answer }, asked: [...way.asked, step], given: { ...way.given, ...answer } };
}

/** The way one step back: the answer before is asked for again, or what the item is. */
export function oneBack({ draft, asked, given }: Way): Way {
  const last = asked.at(-1);
  return { draft: draft && last ? withoutAnswer(draft, last) : null, asked: asked.slice(0, -1), given };
}
