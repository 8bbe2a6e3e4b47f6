import { Gauge, type Registry } from "prom-client";

/** One value of one of the declared gauges. */
export type Sample<Name extends string> = { name: Name; labels?: Record<string, string>; value: number };

type Declared = { help: string; labelNames?: readonly string[] };

/** Monitors ask every ten seconds or so; several of them, or a curious person, then cost the database one sample. */
const freshMs = 4_000;
/** A scrape waits no longer: without an answer it says what the process knows by itself. */
const patienceMs = 2_000;

/**
 * Gauges read from the database, when somebody asks and at most every four seconds. When `sample` fails or does not
 * answer, they are left out of the scrape (a zero would be a lie), `kanban_sample_up` is 0 and the scrape succeeds.
 */
export function registerSampledGauges<Name extends string>(
  registry: Registry,
  { gauges, sample }: { gauges: Record<Name, Declared>; sample: () => Promise<readonly Sample<Name>[]> },
): void {
  let latest: { at: number; samples: Promise<readonly Sample<Name>[] | null> } | null = null;
  const take = () => {
    const now = performance.now();
    if (!latest || now - latest.at > freshMs) latest = { at: now, samples: orNull(sample()) };
    return latest.samples;
  };
  for (const [name, { help, labelNames = [] }] of Object.entries<Declared>(gauges)) {
    const gauge: Gauge = new Gauge({
      name,
      help,
      labelNames: [...labelNames],
      registers: [registry],
      collect: async () => {
        gauge.reset();
        if (labelNames.length === 0) gauge.remove();
        for (const { name: of, labels = {}, value } of (await take()) ?? []) if (of === name) gauge.set(labels, value);
      },
    });
  }
  const up: Gauge = new Gauge({
    name: "kanban_sample_up",
    help: "1 when the database answered for the gauges read from it, else 0",
    registers: [registry],
    collect: async () => up.set((await take()) ? 1 : 0),
  });
}

async function orNull<Result>(asked: Promise<Result>): Promise<Result | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patienceMs);
  });
  try {
    return await Promise.race([asked, late]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
