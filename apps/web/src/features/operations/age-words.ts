/** A span in its largest unit, short enough for a table: "4 s", "3 min", "2 h", "5 d". */
export function ageWords(seconds: number): string {
  if (seconds < 60) return `${Math.max(0, Math.floor(seconds))} s`;
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 172_800) return `${Math.floor(seconds / 3_600)} h`;
  return `${Math.floor(seconds / 86_400)} d`;
}

/** How long ago an instant was. Clocks differ by a little; the future is now. */
export function agoShort(at: string, now: string): string {
  return `${ageWords((Date.parse(now) - Date.parse(at)) / 1_000)} ago`;
}
