import type { Random } from "@kanban/demo/random";

/** Where a move is ended: a line it prints, and how long after it at most. */
export type KillPoint = { name: string; line: RegExp; withinMs: number };

/** Long enough to come to anything a step does, short enough to be still in it. */
const usually = 150;

const at = (step: string, withinMs = usually): KillPoint => ({
  name: step,
  line: new RegExp(`^step ${step}$`),
  withinMs,
});

/** Whether there is a schema to deploy, which takes seconds, or only to look whether there is. */
export type Targets = "deployed" | "empty";

/** Every step, and the longest one at three places; in their order. */
export const killPointsOf = (targets: Targets): readonly KillPoint[] => [
  at("check"),
  at("deploy", targets === "empty" ? 5_000 : 20),
  // It is not done twice: where it is done already, what comes after it.
  { name: "back-up", line: /^step (back-up|people)$/, withinMs: usually },
  at("people"),
  at("boards"),
  { name: "boards, halfway", line: /^ {2}boards ([4-9]\d|100) %/, withinMs: usually },
  { name: "boards, near the end", line: /^ {2}boards ([89]\d|100) %/, withinMs: 50 },
  at("kept-rows"),
  at("catch-up"),
  at("freeze"),
  at("last-pass"),
  at("verify"),
  // The last two are over within milliseconds.
  at("seal", 15),
  at("report", 0),
];

/** A kill point with the delay of this time. */
export type Kill = Pick<KillPoint, "name" | "line"> & { afterMs: number };

export function drawKill({ name, line, withinMs }: KillPoint, random: Random): Kill {
  return { name, line, afterMs: random.between(0, withinMs) };
}
