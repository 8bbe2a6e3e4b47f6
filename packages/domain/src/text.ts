import { z } from "zod";

/** PostgreSQL text cannot hold NUL, and half a surrogate pair cannot be written as UTF-8: both are refused here. */
function isStorable(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}

/** Free text of at most `max` UTF-16 code units; may be empty. */
export function freeText(max: number) {
  return z.string().max(max).refine(isStorable, "Contains characters that cannot be stored");
}

/** One line that says something: trimmed, not empty, at most `max` UTF-16 code units. */
export function lineText(max: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine(isStorable, "Contains characters that cannot be stored")
    .refine((text) => !/[\r\n]/.test(text), "Must be a single line");
}
