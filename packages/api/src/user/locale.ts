import { z } from "zod";

/** A language tag such as `de-AT` in its canonical spelling; `null` when it is none. */
export function canonicalLocale(value: unknown): string | null {
  if (typeof value !== "string" || value.length > 35) return null;
  try {
    return Intl.getCanonicalLocales(value)[0] ?? null;
  } catch {
    return null;
  }
}

/** The language, or English when it is none. */
export function readLocale(value: unknown): string {
  return canonicalLocale(value) ?? "en";
}

/** Accepts language tags only. */
export const localeSchema = z
  .string()
  .max(35)
  .refine((value) => canonicalLocale(value) !== null, "Not a language tag")
  .transform(readLocale);
