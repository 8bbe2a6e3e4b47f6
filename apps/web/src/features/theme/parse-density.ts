/** How much room a person gives to cards and rows. A thumb's targets stay 44 px in both. */
export const densities = ["comfortable", "compact"] as const;
export type Density = (typeof densities)[number];

/** Read by the server before the first byte of a page, as the theme is. */
export const densityCookie = "kanban-density";

/** The density a cookie's value names; anything unknown is `comfortable`. */
export function parseDensity(value: string | undefined): Density {
  return densities.find((density) => density === value) ?? "comfortable";
}
