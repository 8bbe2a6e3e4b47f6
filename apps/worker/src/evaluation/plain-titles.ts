import type { Finding, TextAgent } from "../agents/agent.ts";
import type { Person } from "./read-people.ts";

/**
 * What agents propose for the tasks of people's pasts: everyday titles that hardly ever say when, for whom or how, so
 * nearly all of it is too much. Most of what is captured is like them.
 */
export function proposalsForPlainTitles(
  agents: readonly TextAgent[],
  people: readonly Person[],
): { titles: number; proposals: { title: string; finding: Finding }[] } {
  const at = "2026-03-04T10:00:00.000Z";
  const tasks = people.flatMap(({ past, open, captures, timeZone }) =>
    [...past, ...open, ...captures].map(({ title, notes }) => ({ title, notes, timeZone })),
  );
  const proposals = tasks.flatMap(({ title, notes, timeZone }) =>
    agents
      .flatMap((agent) => agent.findHints({ title, notes, dueAt: null, writtenAt: at, readAt: at, timeZone }))
      .map((finding) => ({ title, finding })),
  );
  return { titles: tasks.length, proposals };
}
