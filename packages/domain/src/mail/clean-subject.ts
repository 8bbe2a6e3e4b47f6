/** "Answer" and "forwarded", as mail programs write them in the languages they come in. */
const prefix =
  /^\s*(?:re|aw|antw|antwort|sv|vs|ref|rif|rép|odp|res|fwd?|fw|wg|tr|rv|enc|pd|doorst|i|r|vl)\s?(?:\[\d{1,3}\]|\(\d{1,3}\))?\s?[:：]\s*/iu;

/** Twice what a title holds: what lies behind that is no subject, and each prefix costs a look at all of it. */
const read = 1_000;

/** A subject without what answering and forwarding have put before it, in one line. */
export function cleanSubject(subject: string): string {
  let rest = subject.slice(0, read).toWellFormed().replace(/\s+/gu, " ").trim();
  // However often it went to and fro; a subject that is nothing but that stays empty.
  for (let next = rest.replace(prefix, ""); next !== rest; next = rest.replace(prefix, "")) rest = next;
  return rest.trim();
}
