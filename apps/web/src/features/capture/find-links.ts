const address = /\bhttps?:\/\/[^\s<>"']+/giu;
/** Ends of sentences and brackets around an address are none of it. */
const trailing = /[.,;:!?)\]}…]+$/u;

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
  const cut = match.replace(trailing, "");
  // As in Wikipedia's addresses: …/Roof_(disambiguation)
  const opens = cut.split("(").length - cut.split(")").length;
  return opens > 0 && match.startsWith(`${cut})`) ? `${cut})` : cut;
}
