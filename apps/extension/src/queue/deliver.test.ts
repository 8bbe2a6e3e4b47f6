import fc from "fast-check";
import { expect, test } from "vitest";
import { deliver } from "./deliver.ts";
import type { Item, ItemStore } from "./item.ts";
import type { Outcome } from "./outcome.ts";

const address = "https://kanban.example";

function itemOf(number: number, more: Partial<Item> = {}): Item {
  const capture = {
    title: `Thought ${number}`,
    text: "",
    url: null,
    boardId: null,
    capturedAt: "2026-01-02T03:04:05Z",
  };
  return { id: `id-${String(number).padStart(4, "0")}`, address, capture, refusal: null, ...more };
}

function memoryStore(): ItemStore & { items: Map<string, Item> } {
  const items = new Map<string, Item>();
  return {
    items,
    list: async () => [...items.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    put: async (item) => void items.set(item.id, item),
    remove: async (id) => void items.delete(id),
  };
}

/** An app as ours: one task for each key, and the same answer for it ever after. */
function createApp() {
  const tasks = new Map<string, string>();
  const refused = new Set<string>();
  const take = ({ id, capture }: Item): Outcome => {
    if (refused.has(id)) return { state: "refused", refusal: { code: "WIP_LIMIT_REACHED", details: {} } };
    tasks.set(id, tasks.get(id) ?? capture.title);
    return { state: "saved", boardId: "b", title: capture.title, url: address };
  };
  return { tasks, refused, take };
}

class Killed extends Error {}

test("items are captures, once each and in order, under lost requests, lost answers and a worker killed anywhere", async () => {
  type Fate = "through" | "lost" | "deaf" | "busy";
  const fates = fc.array(fc.constantFrom<Fate>("through", "lost", "deaf", "busy"), { maxLength: 60 });
  // After how many steps of its own the worker is killed, in each of its lives.
  const lives = fc.array(fc.nat(12), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 8 }),
      fc.uniqueArray(fc.nat(7)),
      fates,
      lives,
      async (count, bad, fate, deaths) => {
        const store = memoryStore();
        const app = createApp();
        for (const number of bad) app.refused.add(itemOf(number).id);
        const arrived: string[] = [];
        let queued = 0;
        const live = async (steps: number) => {
          let left = steps;
          // Killed before it does something, or after it has been done and before it knows.
          const step = async <T>(work: () => Promise<T>): Promise<T> => {
            if (left-- <= 0) throw new Killed();
            const done = await work();
            if (left-- <= 0) throw new Killed();
            return done;
          };
          const mortal: ItemStore = {
            list: () => step(store.list),
            put: (item) => step(() => store.put(item)),
            remove: (id) => step(() => store.remove(id)),
          };
          const send = (item: Item) =>
            step(async (): Promise<Outcome> => {
              const now = fate.shift() ?? "through";
              if (now === "busy" || now === "lost") return { state: "later", retryAfterSeconds: null };
              if (!app.tasks.has(item.id) && !app.refused.has(item.id)) arrived.push(item.id);
              const outcome = app.take(item);
              return now === "deaf" ? { state: "later", retryAfterSeconds: null } : outcome;
            });
          await deliver(mortal, { address, send }).catch((error: unknown) => {
            if (!(error instanceof Killed)) throw error;
          });
        };
        for (const steps of deaths) {
          if (queued < count) await store.put(itemOf(queued++));
          await live(steps);
        }
        while (queued < count) await store.put(itemOf(queued++));
        for (let round = 0; round < 70; round++) await live(1_000);

        const wanted = Array.from({ length: count }, (_, number) => itemOf(number).id).filter(
          (id) => !app.refused.has(id),
        );
        expect([...app.tasks.keys()].toSorted()).toEqual(wanted);
        expect(arrived).toEqual(wanted);
        const left = await store.list();
        expect(left.map(({ id }) => id)).toEqual(
          Array.from({ length: count }, (_, number) => itemOf(number).id).filter((id) => app.refused.has(id)),
        );
        expect(left.every(({ refusal }) => refusal?.code === "WIP_LIMIT_REACHED")).toBe(true);
      },
    ),
    { numRuns: 400 },
  );
});

test("what is refused holds nothing up, what cannot be sent holds up the rest", async () => {
  const store = memoryStore();
  for (const number of [0, 1, 2]) await store.put(itemOf(number));
  const app = createApp();
  app.refused.add("id-0000");
  const send = async (item: Item): Promise<Outcome> =>
    item.id === "id-0001" ? { state: "later", retryAfterSeconds: 9 } : app.take(item);
  expect(await deliver(store, { address, send })).toMatchObject({ end: "later", retryAfterSeconds: 9 });
  expect(app.tasks.size).toBe(0);
  expect((await store.list()).map(({ refusal }) => refusal?.code ?? null)).toEqual(["WIP_LIMIT_REACHED", null, null]);
});

test("a revoked token stops it, and nothing is lost", async () => {
  const store = memoryStore();
  for (const number of [0, 1]) await store.put(itemOf(number));
  expect(await deliver(store, { address, send: async () => ({ state: "revoked" }) })).toMatchObject({ end: "revoked" });
  expect(store.items.size).toBe(2);
});

test("what was meant for another app stays here; what was meant for none goes to the first", async () => {
  const store = memoryStore();
  const app = createApp();
  await store.put(itemOf(0, { address: "https://other.example" }));
  await store.put(itemOf(1, { address: null }));
  await deliver(store, { address, send: async (item) => app.take(item) });
  expect([...app.tasks.keys()]).toEqual(["id-0001"]);
  expect([...store.items.keys()]).toEqual(["id-0000"]);
});
