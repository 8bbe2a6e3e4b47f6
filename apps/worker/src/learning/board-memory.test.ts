import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type BoardMemory,
  createBoardMemory,
  labelKinds,
  type LabelFacts,
  type RememberedTask,
} from "./board-memory.ts";
import { findAlike } from "./find-alike.ts";
import { rankLabels } from "./rank-labels.ts";
import { tokensOf } from "./tokenise.ts";

const tag = (n: number) => `018f0000-0000-7000-8000-0000000000a${n}`;
const project = (n: number) => `018f0000-0000-7000-8000-0000000000d${n}`;
const labels: LabelFacts[] = [1, 2, 3].flatMap((n) => [
  { labelId: tag(n), kind: "tag", name: `tag ${n}`, isOpen: true },
  { labelId: project(n), kind: "project", name: `project ${n}`, isOpen: n !== 3 },
]);
const words = ["call", "dentist", "invoice", "garden", "paint", "shed", "mail", "harbor"];

const taskOf = (taskId: string, changes: Partial<RememberedTask> = {}): RememberedTask => ({
  ...{ taskId, title: "", notes: "", isOpen: true, isFinished: false, isFiled: true },
  ...{ tagIds: [], contextIds: [], projectId: null, hintedIds: [], minutes: null, capturedAt: "2026-03-01" },
  ...changes,
});

/** All there is to see of a memory. */
function facts(memory: BoardMemory) {
  const texts = words.map((word) => tokensOf(`${word} ${words[0]} tag 1`));
  return {
    size: memory.size(),
    postings: words.map((word) =>
      (memory.postingOf(tokensOf(word)[0]!.stem)?.docs ?? []).map(({ taskId }) => taskId).toSorted(),
    ),
    teaching: labelKinds.map((kind) => memory.teaching(kind)),
    weights: labels.map(({ labelId }) => memory.weightOf(labelId)),
    ranked: texts.flatMap((tokens) => labelKinds.map((kind) => rankLabels(memory, kind, tokens, "t1"))),
    alike: texts.map((tokens) =>
      findAlike(memory, tokens, { passes: () => true }).map(({ doc, likeness }) => [doc.taskId, likeness]),
    ),
  };
}

const some = <T>(of: readonly T[], maxLength: number) => fc.subarray([...of], { maxLength });
const anyTask = fc
  .record({
    title: some(words, 4).map((chosen) => chosen.join(" ")),
    tagIds: some([tag(1), tag(2), tag(3)], 2),
    projectId: fc.option(fc.constantFrom(project(1), project(2), project(3))),
    isHinted: fc.boolean(),
    isFiled: fc.boolean(),
    minutes: fc.option(fc.nat(90)),
  })
  .map(({ isHinted, ...task }) => ({ ...task, hintedIds: isHinted ? task.tagIds : [] }));
const step = fc.record({ taskId: fc.constantFrom("t1", "t2", "t3", "t4", "t5", "t6"), task: fc.option(anyTask) });

test("told in any order, twice, taken back and told anew, it knows what one knows that was told the end of it", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), fc.infiniteStream(fc.nat(2)), (steps, repeats) => {
      const kept = createBoardMemory();
      kept.setLabels(labels);
      const last = new Map<string, Partial<RememberedTask>>();
      for (const { taskId, task } of steps) {
        for (let times = repeats.next().value; times >= 0; times--)
          if (task) kept.put(taskOf(taskId, task));
          else kept.drop(taskId);
        if (task) last.set(taskId, task);
        else last.delete(taskId);
      }
      const fresh = createBoardMemory();
      for (const [taskId, task] of [...last].toSorted(([a], [b]) => (a < b ? -1 : 1))) fresh.put(taskOf(taskId, task));
      fresh.setLabels(labels);
      expect(facts(kept)).toEqual(facts(fresh));
    }),
    { numRuns: 300 },
  );
});

test("what is forgotten leaves nothing behind", () => {
  const memory = createBoardMemory();
  memory.setLabels(labels);
  const empty = facts(memory);
  for (let n = 0; n < 50; n++) memory.put(taskOf(`t${n}`, { title: words.join(" "), tagIds: [tag(1)], minutes: 5 }));
  for (let n = 0; n < 50; n++) memory.drop(`t${n}`);
  expect(facts(memory)).toEqual(empty);
});

test("what was counted of a common word is counted anew when a task with it changes", () => {
  const fill = (memory: BoardMemory, own: Partial<RememberedTask>) => {
    for (let n = 0; n < 300; n++) memory.put(taskOf(`t${n}`, { title: "call", tagIds: [tag(1 + (n % 2))] }));
    memory.put(taskOf("t7", { title: "call", ...own }));
  };
  const [kept, fresh] = [createBoardMemory(), createBoardMemory()];
  for (const memory of [kept, fresh]) memory.setLabels(labels);
  fill(kept, { tagIds: [tag(1)] });
  facts(kept);
  kept.put(taskOf("t7", { title: "call mail", tagIds: [tag(3)], hintedIds: [tag(3)] }));
  kept.drop("t8");
  fill(fresh, { title: "call mail", tagIds: [tag(3)], hintedIds: [tag(3)] });
  fresh.drop("t8");
  expect(facts(kept)).toEqual(facts(fresh));
});

test("it is bounded: beyond so many tasks the one that has not changed for longest goes", () => {
  const memory = createBoardMemory(3);
  for (const n of [1, 2, 3]) memory.put(taskOf(`t${n}`, { title: "call" }));
  memory.put(taskOf("t1", { title: "mail" }));
  memory.put(taskOf("t4", { title: "call" }));
  expect(memory.size()).toBe(3);
  expect(memory.docOf("t2")).toBeUndefined();
  expect(memory.docOf("t1")).toBeDefined();
});

test("a label that came by a hint teaches less than one that came by hand, and a task's own counts for nothing", () => {
  const taught = (hintedIds: string[]) => {
    const memory = createBoardMemory();
    memory.setLabels(labels);
    for (let n = 0; n < 4; n++) memory.put(taskOf(`t${n}`, { title: "call dentist", tagIds: [tag(1)], hintedIds }));
    for (let n = 4; n < 9; n++) memory.put(taskOf(`t${n}`, { title: "paint shed", tagIds: [tag(2)] }));
    return memory;
  };
  const sureness = (memory: BoardMemory, self: string) =>
    rankLabels(memory, "tag", tokensOf("call dentist"), self).find(({ labelId }) => labelId === tag(1))!;
  expect(sureness(taught([tag(1)]), "new").confidence).toBeLessThan(sureness(taught([]), "new").confidence);
  const own = sureness(taught([]), "t0");
  expect(own.taskIds).not.toContain("t0");
  expect(own.support).toBe(3);
  expect(own.words).toEqual(["call", "dentist"]);
});

test("a label may be proposed by its name alone, unless it is closed", () => {
  const memory = createBoardMemory();
  memory.setLabels([
    { labelId: tag(1), kind: "tag", name: "garden", isOpen: true },
    { labelId: project(1), kind: "project", name: "Harbor shop", isOpen: false },
  ]);
  expect(rankLabels(memory, "tag", tokensOf("Buy soil for the garden"), "new")).toMatchObject([
    { labelId: tag(1), words: ["garden"], taskIds: [] },
  ]);
  expect(rankLabels(memory, "project", tokensOf("Call the Harbor shop"), "new")).toEqual([]);
});
