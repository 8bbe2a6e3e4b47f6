import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { boardEvents } from "./board-events.ts";
import { instanceEvents } from "./instance-events.ts";
import { readEvent } from "./read-event.ts";
import { snapshotEvents } from "./snapshot-events.ts";
import { workerEvents } from "./worker-events.ts";

/*
 * golden/ holds every event as it was first written, per version. Files are added and never changed: what was stored
 * once must be readable for ever (Temporal replays old histories on every release for the same reason). Those named
 * `.imported` are taken over from the predecessor and say a field more, those named `.labels` were written since
 * snapshots tell of labels.
 */
const folder = new URL("../golden/", import.meta.url);
const definitions = { ...boardEvents, ...snapshotEvents, ...instanceEvents, ...workerEvents };
const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), "utf8"));

test.each(names)("%s, as it was once written, is read by today's code without losing a field", (name) => {
  const raw = read(name) as { version: number; payload: unknown };
  const result = readEvent(definitions, raw);
  expect(result.outcome).toBe("known");
  if (result.outcome !== "known") return;
  expect(`${result.event.type}.v${raw.version}.json`).toBe(name.replace(/\.(?:imported|labels)\./, "."));
  if (raw.version === definitions[result.event.type].version)
    expect(result.event.payload).toMatchObject(raw.payload as object);
});

test("every event has a golden file for every version it ever had", () => {
  const expected = Object.values(definitions).flatMap(({ type, version }) =>
    Array.from({ length: version }, (_, index) => `${type}.v${index + 1}.json`),
  );
  expect(names.filter((name) => !/\.(?:imported|labels)\./.test(name)).sort()).toEqual(expected.sort());
});

const sample = () => read("tag.created.v1.json") as Record<string, unknown>;

test("an unknown type or a later version is kept as unknown, not refused", () => {
  expect(readEvent(definitions, { ...sample(), type: "tag.polished" }).outcome).toBe("unknown");
  expect(readEvent(definitions, { ...sample(), version: 99 }).outcome).toBe("unknown");
  expect(readEvent(definitions, { ...sample(), type: "constructor" }).outcome).toBe("unknown");
});

test("extra fields of a newer writer are ignored", () => {
  const { payload } = sample() as { payload: { tag: object } };
  const newer = { ...sample(), payload: { ...payload, shade: "dark" }, traceId: "x" };
  expect(readEvent(definitions, newer)).toMatchObject({ outcome: "known", event: { payload } });
});

test("what is no envelope or has a payload of another shape is bad, with the reason", () => {
  expect(readEvent(definitions, null)).toMatchObject({ outcome: "bad", reason: expect.stringContaining("envelope") });
  expect(readEvent(definitions, { ...sample(), payload: { tag: 7 } })).toMatchObject({
    outcome: "bad",
    reason: expect.stringContaining("tag.created"),
  });
});

test("an older version climbs to today's by its upcasters, and one without a way is bad", () => {
  const tagCreated = boardEvents["tag.created"];
  const next = {
    "tag.created": {
      ...tagCreated,
      version: 2,
      upcast: { 1: (payload: unknown) => ({ tag: { ...(payload as { tag: object }).tag, color: "grey" } }) },
    },
  };
  expect(readEvent(next, sample())).toMatchObject({ outcome: "known", event: { payload: { tag: { color: "grey" } } } });
  expect(readEvent({ "tag.created": { ...tagCreated, version: 2 } }, sample()).outcome).toBe("bad");
});
