const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The id a text is, in lower case, or `null`: for ids that come from the page itself (an attribute, the address). What
 * crosses a border is parsed with the schemas of `ids.ts`, which the browser fetches only when it needs them.
 */
export function readId<Id extends string>(text: unknown): Id | null {
  return typeof text === "string" && uuid.test(text) ? (text.toLowerCase() as Id) : null;
}
