import type { Random } from "@kanban/demo/random";

export type Size = "quick" | "full";

export type ScenarioContext = {
  size: Size;
  /** All chance of a run comes from here: the same seed asks for the same faults. */
  random: Random;
  /** Of a scenario made of named cases, those to run: for looking at one that failed. */
  isWanted(caseName: string): boolean;
  /** Told while it runs, for whoever watches. */
  say(line: string): void;
  /** Node's arguments for the product's processes: empty, or a hook that plants a bug. */
  nodeArgs: readonly string[];
  /** Under which key clients ask again; `fresh` is a planted bug. */
  retryKey: "same" | "fresh";
  /** The product or the client has a bug on purpose: what the scenario waits for may never come. */
  hasPlantedBug: boolean;
};

/** What a scenario saw: nothing wrong, and the figures it stands on. */
export type ScenarioResult = { wrong: string[]; figures: Record<string, number | string> };

export type Scenario = {
  /** As reliability.md numbers them. */
  id: string;
  promise: string;
  /** Not among the quick ones, unless asked for by its id. */
  isFullOnly?: true;
  /** It waits for clocks and leaves the processor to others: it takes no lane. */
  mostlyWaits?: true;
  run(context: ScenarioContext): Promise<ScenarioResult>;
};
