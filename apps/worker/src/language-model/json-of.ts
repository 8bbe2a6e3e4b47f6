/**
 * The JSON a model answered with, `null` when it is none. Models without a strict mode like to put it into a fence. No
 * pattern looks for that: an answer of nothing but a fence and spaces would be split at each of them with each other.
 */
export function jsonOf(content: string): unknown {
  const said = content.trim();
  const isFenced = said.startsWith("```") && said.endsWith("```");
  try {
    return JSON.parse(isFenced ? said.slice(3, -3).replace(/^json/u, "") : said);
  } catch {
    return null;
  }
}
