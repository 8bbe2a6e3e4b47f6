import type { ClientBase } from "pg";

/** One kind of dirt: something the predecessor's databases hold and its screens never show. */
export type Dirt = (spoiling: Spoiling) => Promise<unknown>;

export type Spoiling = {
  client: ClientBase;
  seed: number;
  /** How many regular boards there are; at least two, so that each has another. */
  boards: number;
  /** SQL: a condition on `course` that selects a few tasks which no other kind of dirt is given. */
  chosen: string;
};

/** SQL: the number of another regular board than the task's. */
export const anotherBoard = (boards: number) => `(1 + course.board % ${boards})`;
