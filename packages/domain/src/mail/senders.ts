/** An address, everybody of a domain (`@example.com`), or everybody (`*`). */
export function isSender(text: string): boolean {
  return text.length <= 254 && /^(?:\*|[^\s@<>,;"]*@[^\s@<>,;"]+)$/u.test(text);
}

/** An address as it is compared. */
export function sameAddress(address: string): string {
  return address.trim().toLowerCase();
}

/**
 * Whether mail from an address counts. What comes in bulk needs its sender named: everybody may write, but not every
 * newsletter is a task. A sender's address can be forged; it keeps out noise, not malice.
 */
export function isSenderAllowed(senders: readonly string[], from: string, { isBulk }: { isBulk: boolean }): boolean {
  const address = sameAddress(from);
  const domain = address.slice(address.lastIndexOf("@"));
  return senders.some((sender) => (sender === "*" ? !isBulk : sender === address || sender === domain));
}
