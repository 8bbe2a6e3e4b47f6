import type { BoardMemory, Doc } from "./board-memory.ts";
import type { Token } from "./tokenise.ts";

/** A remembered task and how much it is like a text, from 0 to 1; and the words they share, the rarest first. */
export type Alike = { doc: Doc; likeness: number; words: string[] };

/** Compared in full; those that share least are not looked at. */
const compared = 60;

/**
 * The tasks most like a text among those that pass, by the words they share, of which a rare one counts more (TF-IDF,
 * cosine).
 */
export function findAlike(
  memory: BoardMemory,
  tokens: readonly Token[],
  { passes }: { passes: (doc: Doc) => boolean },
): Alike[] {
  const rarity = (docs: number) => Math.log(1 + memory.size() / Math.max(1, docs));
  const shared = new Map<Doc, number>();
  const known: { token: Token; weight: number }[] = [];
  let ownNorm = 0;
  for (const token of tokens) {
    const docs = memory.postingOf(token.stem)?.docs ?? [];
    const weight = rarity(docs.length);
    ownNorm += weight ** 2;
    if (docs.length === 0) continue;
    known.push({ token, weight });
    for (const doc of docs) if (passes(doc)) shared.set(doc, (shared.get(doc) ?? 0) + weight ** 2);
  }
  return [...shared]
    .sort(([a, x], [b, y]) => y - x || (a.taskId < b.taskId ? -1 : 1))
    .slice(0, compared)
    .map(([doc, dot]): Alike => {
      let norm = 0;
      for (const { docs } of doc.postings) norm += rarity(docs.length) ** 2;
      const words = known
        .filter(({ token }) => doc.postings.some(({ stem }) => stem === token.stem))
        .sort((a, b) => b.weight - a.weight)
        .map(({ token }) => token.word);
      return { doc, likeness: dot / Math.sqrt(norm * ownNorm), words: [...new Set(words)] };
    })
    .sort((a, b) => b.likeness - a.likeness || (a.doc.taskId < b.doc.taskId ? -1 : 1));
}
