import type { Scene } from "./scene.ts";

/** Something that is taken from the product for a while. */
export type Fault = {
  name: string;
  /** Begins it; what it answers ends it. */
  strike(scene: Scene): Promise<() => Promise<void>>;
  holdMs: number;
  /** What people may notice meanwhile: nothing at all, or that they are asked to come back. */
  noticed: "nothing" | "busy";
  /** While it holds; answers what is wrong. */
  during?(scene: Scene): Promise<string[]>;
  /** Milliseconds from its end until the API answers, and until events move; half a minute when nothing is said. */
  apiWithinMs?: number;
  relayWithinMs?: number;
};
