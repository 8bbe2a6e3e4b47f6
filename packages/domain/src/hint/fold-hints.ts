import type { Instant } from "../moment.ts";
import type { HintKind } from "./hint-kinds.ts";
import type { HintSwitches } from "./hint-switches.ts";

/** All hints wanted: how every board begins. */
export const allHints: HintSwitches = { off: [], isOn: true, since: {}, folded: [] };

/** Of so many answers the last ones count, and fewer taken than this share of them is too few. */
export const foldRule = { answers: 20, share: 0.3 } as const;

/** Whether hints of a kind are wanted. */
export function isWanted({ isOn, off }: Pick<HintSwitches, "isOn" | "off">, kind: HintKind): boolean {
  return isOn && !off.includes(kind);
}

/** True when of the last answers, newest first, too few were "apply". */
export function isHardlyTaken(applied: readonly boolean[]): boolean {
  const last = applied.slice(0, foldRule.answers);
  return last.length === foldRule.answers && last.filter(Boolean).length / last.length < foldRule.share;
}

/** A kind folds itself away. */
export function foldKind(switches: HintSwitches, kind: HintKind): HintSwitches {
  const add = (kinds: readonly HintKind[]) => [...new Set([...kinds, kind])].sort();
  return { ...switches, off: add(switches.off), folded: add(switches.folded) };
}

/** What a person chose: a kind that comes back is judged anew, one they leave off stays what it was. */
export function switchHints(
  switches: HintSwitches,
  asked: Pick<HintSwitches, "isOn" | "off">,
  now: Instant,
): HintSwitches {
  const off = [...new Set(asked.off)].sort();
  const back = switches.off.filter((kind) => !off.includes(kind));
  const since = Object.entries({ ...switches.since, ...Object.fromEntries(back.map((kind) => [kind, now])) });
  // As `jsonb` orders keys: the shorter first.
  since.sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
  const folded = switches.folded.filter((kind) => off.includes(kind));
  return { off, isOn: asked.isOn, since: Object.fromEntries(since), folded };
}
