import type { Line } from "./read-line.ts";

/** What is expected of one kind: a value or nothing; and what else is no mistake. */
export type Label<T> = { expected: T | null; tolerated: T | "any" | null };

/** The label a line gives a kind, its value read by `read`. */
export function labelOf<T>({ fields }: Line, name: string, read: (text: string) => T): Label<T> {
  const expected = fields.get(name);
  const tolerated = fields.get(`${name}?`);
  return {
    expected: expected === undefined ? null : read(expected),
    tolerated: tolerated === undefined ? null : tolerated === "" ? "any" : read(tolerated),
  };
}
