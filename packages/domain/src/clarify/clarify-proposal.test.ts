import { expect, test } from "vitest";
import type { TaskFields } from "../change.ts";
import type { Hint, HintValue } from "../entities.ts";
import type { ContextId, HintId, TagId } from "../ids.ts";
import { answersHints, appliedBy, fieldsOfProposal, proposalOf } from "./clarify-proposal.ts";

const now = "2026-11-29T10:00:00.000Z";
const hint = (id: string, value: HintValue, confidence = 0.5, state: Hint["state"] = "proposed") =>
  ({ id: id as HintId, value, confidence, state }) as Hint;
const due = (dueAt: string): HintValue => ({ kind: "due-date", dueAt });
const context = (contextId: string): HintValue => ({ kind: "context", contextId: contextId as ContextId });
const tag = (tagId: string): HintValue => ({ kind: "tag", tagId: tagId as TagId });
const task = { title: "Pay", notes: "", contextIds: [], tagIds: ["own"] } as unknown as TaskFields;

test("of a field the surest hint is proposed, of labels all, and nothing that was decided", () => {
  const hints = [
    hint("late", due("2026-12-24"), 0.2),
    hint("soon", due("2026-12-06"), 0.9),
    hint("desk", context("desk")),
    hint("phone", context("phone")),
    hint("gone", tag("money"), 0.9, "dismissed"),
    hint("twin", { kind: "summary", text: "An invoice" }),
  ];
  const { kind, hints: found } = proposalOf(hints);
  expect(kind).toBe("next-action");
  expect(found.map(({ id }) => id)).toEqual(["soon", "desk", "phone"]);
  expect(fieldsOfProposal(found, task, now)).toEqual({ dueAt: "2026-12-06", contextIds: ["desk", "phone"] });
  expect(proposalOf([])).toEqual({ kind: null, hints: [] });
});

test("labels a task has stay, and whoever is waited for is the outcome, not a field", () => {
  const hints = [hint("money", tag("money")), hint("kim", { kind: "waiting", who: "Kim", followUpOn: null })];
  expect(proposalOf(hints).kind).toBe("waiting");
  expect(fieldsOfProposal(hints, task, now)).toEqual({ tagIds: ["money", "own"] });
});

test("a hint counts as applied only where the decision does what it says", () => {
  const hints = [
    hint("soon", due("2026-12-06")),
    hint("desk", context("desk")),
    hint("kim", { kind: "waiting", who: "Kim", followUpOn: null }),
  ];
  const since = now;
  const waiting = { kind: "waiting", who: "Kim", since, followUpOn: null } as const;
  const fields = { dueAt: "2026-12-07", contextIds: ["desk" as ContextId] };
  expect(appliedBy(hints, fields, waiting)).toEqual(["desk", "kim"]);
  expect(appliedBy(hints, { dueAt: "2026-12-06" }, { kind: "someday" })).toEqual(["soon"]);
  expect(answersHints("trash")).toBe(false);
  expect(answersHints("snooze")).toBe(false);
});
