import type { DraftFile } from "./draft-files.ts";

/** The files another tab has left, those that were here as they were: one that is being captured is known by itself. */
export function asTheyAreHere(here: readonly DraftFile[], found: readonly DraftFile[]): DraftFile[] {
  const isSame = (a: DraftFile, b: DraftFile) =>
    a.name === b.name && a.file.size === b.file.size && a.file.type === b.file.type;
  const left = [...here];
  return found.map((file) => {
    const at = left.findIndex((each) => isSame(each, file));
    return at < 0 ? file : (left.splice(at, 1)[0] ?? file);
  });
}
