import { limits } from "@kanban/domain/limits";

const inMinutes: Record<string, number> = { m: 1, min: 1, minute: 1, h: 60, hr: 60, hour: 60, d: 480, day: 480 };
const part = /(\d+(?:[.,]\d+)?)\s*([a-z]+)/giu;

/**
 * The minutes of a duration as people wrote it: `30m`, `1.5h`, `2 hours`, `1h 30m`, `90 min`; a day is eight hours.
 * `null` for anything else, and for more than an estimate may be.
 */
export function readDuration(text: string): number | null {
  let minutes = 0;
  const rest = text.trim().replaceAll(part, (_whole, amount: string, unit: string) => {
    const worth = inMinutes[unit.toLowerCase()] ?? inMinutes[unit.toLowerCase().replace(/(?<=\w\w)s$/u, "")];
    minutes += worth === undefined ? Number.NaN : Number(amount.replace(",", ".")) * worth;
    return "";
  });
  const rounded = Math.round(minutes);
  return rest.trim() === "" && rounded >= 1 && rounded <= limits.estimateMinutes ? rounded : null;
}
