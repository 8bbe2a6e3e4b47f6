import { z } from "zod";

/** An IANA zone name such as `Europe/Berlin`, as the platform writes it; `null` when there is no such zone. */
export function canonicalTimeZone(value: unknown): string | null {
  // Intl also takes bare offsets; those know no summer time, so they are not what anybody means by "my time zone".
  if (typeof value !== "string" || value.length > 64 || !/^[A-Za-z]/.test(value)) return null;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** The zone, or UTC when it is none. */
export function readTimeZone(value: unknown): string {
  return canonicalTimeZone(value) ?? "UTC";
}

/** Accepts IANA zones only. */
export const timeZoneSchema = z
  .string()
  .max(64)
  .refine((value) => canonicalTimeZone(value) !== null, "Not a time zone")
  .transform(readTimeZone);
