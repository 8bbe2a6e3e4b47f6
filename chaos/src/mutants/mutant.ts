import type { Rewriting } from "../rig/rewriting.ts";
import type { Scenario } from "../scenario.ts";

/** A bug planted in the product, and the scenario that must notice it. */
export type Mutant = {
  name: string;
  bug: string;
  scenario: Scenario;
  /** Those of the scenario's cases that are enough; all of them when left out. */
  cases?: RegExp;
  /** Of the findings, the one this bug must lead to. */
  caughtBy: RegExp;
} & (
  | Rewriting
  | {
      /** The bug is the client's. */
      retryKey: "fresh";
    }
);
