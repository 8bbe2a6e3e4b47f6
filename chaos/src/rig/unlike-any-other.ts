import { randomUUID } from "node:crypto";

/** The title, unlike any other, and meaning the same: an id's digits may read as a date or an hour ("monday 4feb9083-…"). */
export function unlikeAnyOther(title: string): string {
  return `${title} ${randomUUID().replaceAll(/\d/g, (digit) => "ghijklmnop"[Number(digit)]!)}`;
}
