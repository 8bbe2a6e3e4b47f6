import { addressesIn } from "@kanban/domain/addresses-in";

export type FoundLink = { href: string; host: string };

/** The web addresses in a text, each once, in their order. */
export function findLinks(text: string): FoundLink[] {
  const found = new Set(addressesIn(text));
  return [...found].map((href) => ({ href, host: new URL(href).hostname.replace(/^www\./u, "") }));
}
