import { randomUUID } from "node:crypto";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { learntAgents } from "../agents/agents.ts";
import { type BoardMemory, createBoardMemory } from "../learning/board-memory.ts";

export type MemoryFigures = { megabytes: number; learntInMs: number; judgedInMs: number };

const vocabulary = 20_000;
const syllables = ["ka", "lo", "mi", "ter", "van", "so", "ri", "pen", "du", "gal", "he", "bru", "ny", "est", "cho"];

/**
 * What remembering so many tasks takes, of words as unevenly used as people use theirs (Zipf): titles of five words,
 * notes of forty on every third, a label of each kind. And how long all agents that learn take for one more text.
 */
export function measureMemory(tasks: number): MemoryFigures {
  const next = randomNumbers();
  const word = () => wordOf(Math.floor(vocabulary ** next()) - 1);
  const sentence = (length: number) => Array.from({ length }, word).join(" ");
  const labels = Array.from({ length: 30 }, () => randomUUID());
  const texts = Array.from({ length: tasks }, (_, n) => ({
    title: sentence(5),
    notes: n % 3 === 0 ? sentence(40) : "",
  }));

  const before = heapUsed();
  const began = performance.now();
  const memory = createBoardMemory();
  memory.setLabels(labels.map((labelId, n) => ({ labelId, kind: kinds[n % 3]!, name: `label ${n}`, isOpen: true })));
  for (const [n, text] of texts.entries()) {
    const label = (kind: number) => labels[((n * 7) % 10) * 3 + kind]!;
    memory.put({
      ...{ taskId: randomUUID(), ...text, isOpen: n % 4 === 0, isFinished: n % 4 > 0, isFiled: true },
      ...{ tagIds: [label(0)], contextIds: [label(1)], projectId: label(2), hintedIds: [] },
      ...{ minutes: n % 60, capturedAt: new Date(n * 60_000).toISOString() },
    });
  }
  const learntInMs = performance.now() - began;
  const megabytes = (heapUsed() - before) / 1e6;
  return { megabytes, learntInMs, judgedInMs: timePerText(memory, () => sentence(6)) };
}

const kinds = ["tag", "context", "project"] as const;

function timePerText(memory: BoardMemory, sentence: () => string): number {
  const now = "2026-03-04T10:00:00.000Z";
  const chosen = { tagIds: [], contextIds: [], projectId: null, estimateMinutes: null, capturedAt: now };
  const titles = Array.from({ length: 200 }, sentence);
  const began = performance.now();
  for (const title of titles)
    for (const agent of learntAgents)
      agent.findHints(
        { title, notes: "", dueAt: null, writtenAt: now, readAt: now, timeZone: "UTC" },
        { learnt: { taskId: "new", chosen, memory } },
      );
  return (performance.now() - began) / titles.length;
}

function wordOf(n: number): string {
  let word = "";
  for (let rest = n + 15; rest > 0; rest = Math.floor(rest / 15)) word += syllables[rest % 15];
  return word;
}

/** The same ones each time. */
function randomNumbers(): () => number {
  let state = 0x2545f491;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

function heapUsed(): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}
