import { type Chord, strokesOf } from "./key-press.ts";
import type { ShortcutId } from "./shortcuts.ts";

export type Binding = { id: ShortcutId; binding: string };
/** The presses of a sequence that has begun, each as what it may be bound as, and when the last one was. */
export type Begun = { presses: readonly (readonly Chord[])[]; at: number };

export const nothingBegun: Begun = { presses: [], at: 0 };
/** A sequence begun longer ago is forgotten: whoever presses `g` and thinks wants to begin anew. */
const patienceMs = 1_500;

/** The commands a press calls for (best first), and what it may be the beginning of. */
export function pressKey(
  begun: Begun,
  candidates: readonly Chord[],
  at: number,
  bindings: readonly Binding[],
): { found: Binding[]; begun: Begun } {
  const before = at - begun.at > patienceMs ? [] : begun.presses;
  const presses = [...before, candidates];
  const { whole, isPrefix } = look(presses, bindings);
  if (whole.length > 0) return { found: whole, begun: nothingBegun };
  if (isPrefix) return { found: [], begun: { presses, at } };
  // No such sequence: the press may still mean something by itself.
  return before.length > 0 ? pressKey(nothingBegun, candidates, at, bindings) : { found: [], begun: nothingBegun };
}

function look(presses: readonly (readonly Chord[])[], bindings: readonly Binding[]) {
  const whole: { binding: Binding; rank: number }[] = [];
  let isPrefix = false;
  for (const binding of bindings) {
    const strokes = strokesOf(binding.binding);
    if (strokes.length < presses.length) continue;
    const ranks = presses.map((candidates, index) => candidates.indexOf(strokes[index] ?? ""));
    if (ranks.includes(-1)) continue;
    if (strokes.length > presses.length) isPrefix = true;
    else whole.push({ binding, rank: Math.max(...ranks) });
  }
  return { whole: whole.toSorted((a, b) => a.rank - b.rank).map(({ binding }) => binding), isPrefix };
}
