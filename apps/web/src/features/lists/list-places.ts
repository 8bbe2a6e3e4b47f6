/** The lists, in the order of the rail; each has its address below `/lists` and its words in `frameStrings.listNames`. */
export const listPlaces = ["inbox", "next", "waiting", "someday", "projects", "reference", "deferred"] as const;
export type ListPlace = (typeof listPlaces)[number];

/** The address of a list. */
export function listPath(place: ListPlace): string {
  return `/lists/${place}`;
}
