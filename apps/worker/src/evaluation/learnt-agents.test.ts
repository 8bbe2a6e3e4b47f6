import { expect, test } from "vitest";
import { learntAgents } from "../agents/agents.ts";
import { evaluateLearntAgents, learntKinds } from "./evaluate-learnt-agents.ts";
import { readPeople } from "./read-people.ts";
import { learntShortfallsOf } from "./thresholds.ts";

const people = readPeople();

test("the agents that learn from the past are as good as they were, on both halves of the set", () => {
  expect(learntShortfallsOf(evaluateLearntAgents(learntAgents, people))).toEqual([]);
});

test("without a past nothing is proposed but what the words name", () => {
  const newcomers = people.map((person) => ({ ...person, past: [], open: [] }));
  const judged = evaluateLearntAgents(learntAgents, newcomers);
  const proposed = judged.flatMap(({ proposals }) => learntKinds.flatMap((kind) => proposals[kind]));
  expect(proposed.length).toBeLessThan(judged.length / 2);
  expect(judged.flatMap(({ proposals }) => [...proposals.duplicate, ...proposals.estimate])).toEqual([]);
});

test("a past that is somebody else's is noticed", () => {
  const swapped = people.map((person, index) => {
    const { past, open, tags, contexts, projects } = people[(index + 1) % people.length]!;
    return { ...person, past, open, tags, contexts, projects };
  });
  expect(learntShortfallsOf(evaluateLearntAgents(learntAgents, swapped)).length).toBeGreaterThan(4);
});
