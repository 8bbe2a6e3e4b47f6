/** No honest one is longer; the length of a line of a mail. */
const longest = 998;
/** Long threads name all of their mails; the nearest are enough. */
const mostAnswers = 20;

/** The Message-IDs in a header, without their brackets. */
function idsIn(header: string | null | undefined): string[] {
  return [...(header ?? "").matchAll(/<([^<>\s]+)>/g)].map(([, id]) => id!).filter((id) => id.length <= longest);
}

/** A mail's own id, `null` when it has none that is one. */
export function messageIdOf(header: string | null | undefined): string | null {
  return idsIn(header)[0] ?? null;
}

/** What a mail answers, the nearest first: what it says it answers, then its references from the last to the first. */
export function answersOf({
  inReplyTo,
  references,
}: {
  inReplyTo: string | null | undefined;
  references: string | null | undefined;
}): string[] {
  return [...new Set([...idsIn(inReplyTo), ...idsIn(references).toReversed()])].slice(0, mostAnswers);
}
