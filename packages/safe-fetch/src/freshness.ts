/** What a server says about keeping its answer: milliseconds, `null` when nothing. */
export function freshForMs(cacheControl: string | undefined): number | null {
  const words = (cacheControl ?? "").toLowerCase();
  if (/\bno-(store|cache)\b/.test(words)) return 0;
  const seconds = /\bmax-age\s*=\s*"?(\d{1,9})/.exec(words)?.[1];
  return seconds === undefined ? null : Number(seconds) * 1_000;
}
