/** Elements without an end, or whose end may be left out: they say nothing of depth. */
const shallow = new Set(
  "area base br col embed hr img input link meta source track wbr p li dt dd td th tr thead tbody tfoot option html body".split(
    " ",
  ),
);

/** How deep the elements of an HTML lie in each other at most, by their tags alone: a look, before a parser's tree. */
export function htmlDepth(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, end, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,15})/gi)) {
    if (shallow.has(name!.toLowerCase())) continue;
    depth = end ? Math.max(0, depth - 1) : depth + 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
