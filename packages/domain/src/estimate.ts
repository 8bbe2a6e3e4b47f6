import { limits } from "@kanban/domain/limits";

/** Minutes in words, e.g. "45 min", "1 h 30". */
export function estimateWords(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${String(rest).padStart(2, "0")}`;
}

/** Reads "45", "45m", "1h", "1h 30", "1:30" or "1.5h" as minutes; `null` when it is no length of time a task can have. */
export function parseEstimate(text: string): number | null {
  const plain = text.trim().toLowerCase().replace(",", ".");
  const parts =
    /^(?<minutes>\d{1,4})\s*(?:m|min|mins|minutes)?$/u.exec(plain) ??
    /^(?<hours>\d{1,3}(?:\.\d{1,2})?)\s*(?:h|hrs?|hours?)\s*(?:(?<minutes>\d{1,2})\s*(?:m|min)?)?$/u.exec(plain) ??
    /^(?<hours>\d{1,3}):(?<minutes>[0-5]\d)$/u.exec(plain);
  if (!parts?.groups) return null;
  const minutes = Math.round(Number(parts.groups["hours"] ?? 0) * 60) + Number(parts.groups["minutes"] ?? 0);
  return minutes >= 1 && minutes <= limits.estimateMinutes ? minutes : null;
}
