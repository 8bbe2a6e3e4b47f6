const address = /\bhttps?:\/\/[^\s<>"']+/giu;
/** Ends of sentences and brackets around an address are none of it. */
const trailing: ReadonlySet<string> = new Set(".,;:!?)]}…");

export type FoundLink = { href: string; host: string };

/** The web addresses in a text, each once, in their order; a bracket that belongs to an address stays with it. */
export function findLinks(text: string): FoundLink[] {
  const found = new Map<string, FoundLink>();
  for (const [match] of text.matchAll(address)) {
    const href = withoutTrail(match);
    if (URL.canParse(href)) found.set(href, { href, host: new URL(href).hostname.replace(/^www\./u, "") });
  }
  return [...found.values()];
}

function withoutTrail(match: string): string {
  // No pattern: at each key somebody presses it would look at each point of a long row anew.
  let end = match.length;
  while (trailing.has(match.charAt(end - 1))) end -= 1;
  const cut = match.slice(0, end);
  // As in Wikipedia's addresses: …/Roof_(disambiguation)
  const opens = cut.split("(").length - cut.split(")").length;
  return opens > 0 && match.startsWith(`${cut})`) ? `${cut})` : cut;
}
