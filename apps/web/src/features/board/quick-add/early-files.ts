const pasted = new Map<string, readonly File[]>();

/** Files were pasted into a field whose script is still on its way. */
export function noteEarlyFiles(place: string, files: readonly File[]): void {
  pasted.set(place, [...(pasted.get(place) ?? []), ...files]);
}

/** The files that were pasted too early, once. */
export function takeEarlyFiles(place: string): readonly File[] {
  const files = pasted.get(place) ?? [];
  pasted.delete(place);
  return files;
}
