import type { ContextId, MutationId, TagId } from "@kanban/domain/ids";
import { expect, test } from "vitest";
import type { Mutate } from "../../sync/asked-change.ts";
import { makeLabels, type NewLabel, notMade } from "./new-label.ts";

const phone: NewLabel = { kind: "context", id: "phone" as ContextId, name: "phone" };
const desk: NewLabel = { kind: "context", id: "desk" as ContextId, name: "desk" };
const home: NewLabel = { kind: "tag", id: "home" as TagId, name: "home", color: "blue" };
const used = { contextIds: [phone.id, desk.id], tagIds: [home.id] };

/** Notes what is asked for, and refuses one name. */
function mutateRefusing(refusedName: string | null) {
  const asked: string[] = [];
  const mutate = ((name: string, input: { name: string }) => {
    asked.push(`${name} ${input.name}`);
    return {
      mutationId: input.name as MutationId,
      refused: input.name === refusedName ? { code: "NAME_TAKEN", details: {} } : null,
    };
  }) as unknown as Mutate;
  return { asked, mutate };
}

test("the labels a decision uses are made, and one that is refused is answered", () => {
  const { asked, mutate } = mutateRefusing(null);
  expect(makeLabels(mutate, [phone, desk, home], { contextIds: [phone.id], tagIds: [home.id] })).toBeNull();
  expect(asked).toEqual(["context.create phone", "tag.create home"]);
  const refusing = mutateRefusing("desk");
  expect(makeLabels(refusing.mutate, [phone, desk, home], used)?.refused?.code).toBe("NAME_TAKEN");
  expect(refusing.asked).toEqual(["context.create phone", "context.create desk"]);
});

test("what a refused decision has made already is not made again", () => {
  const contexts = { [phone.id]: { id: phone.id, name: "phone" } };
  expect(notMade([phone, desk, home], { contexts: contexts as never, tags: {} })).toEqual([desk, home]);
});
