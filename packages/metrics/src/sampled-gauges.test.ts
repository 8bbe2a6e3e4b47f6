import { Registry } from "prom-client";
import { expect, test, vi } from "vitest";
import { registerSampledGauges, type Sample } from "./sampled-gauges.ts";

const gauges = { kanban_a: { help: "A" }, kanban_b: { help: "B", labelNames: ["queue"] } };
type Name = keyof typeof gauges;

function start(sample: () => Promise<readonly Sample<Name>[]>) {
  const registry = new Registry();
  const asked = vi.fn(sample);
  registerSampledGauges(registry, { gauges, sample: asked });
  const scrape = async () => (await registry.metrics()).split("\n").filter((line) => line && !line.startsWith("#"));
  return { asked, scrape };
}

test("scrapes that come together share one sample", async () => {
  const { asked, scrape } = start(() =>
    Promise.resolve([
      { name: "kanban_a", value: 3 },
      { name: "kanban_b", labels: { queue: "x" }, value: 4 },
    ]),
  );
  const [first] = await Promise.all([scrape(), scrape(), scrape()]);
  expect(first).toEqual(["kanban_a 3", 'kanban_b{queue="x"} 4', "kanban_sample_up 1"]);
  expect(asked).toHaveBeenCalledTimes(1);
});

test("a database that fails leaves its gauges out, and the scrape succeeds", async () => {
  const { scrape } = start(() => Promise.reject(new Error("away")));
  expect(await scrape()).toEqual(["kanban_sample_up 0"]);
});

test("a database that does not answer costs a scrape two seconds, and the next none", async () => {
  vi.useFakeTimers();
  const { asked, scrape } = start(() => new Promise(() => {}));
  const first = scrape();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await first).toEqual(["kanban_sample_up 0"]);
  expect(await scrape()).toEqual(["kanban_sample_up 0"]);
  expect(asked).toHaveBeenCalledTimes(1);
  vi.useRealTimers();
});

test("a sample too old is taken anew, and what is gone from it is gone", async () => {
  vi.useFakeTimers();
  const samples: Sample<Name>[] = [{ name: "kanban_b", labels: { queue: "x" }, value: 1 }];
  const { scrape } = start(() => Promise.resolve([...samples]));
  expect(await scrape()).toEqual(['kanban_b{queue="x"} 1', "kanban_sample_up 1"]);
  samples.pop();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await scrape()).toEqual(["kanban_sample_up 1"]);
  vi.useRealTimers();
});
