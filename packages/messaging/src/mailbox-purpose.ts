/** What a mailbox's password is sealed for, on the side that seals and on the one that opens. */
export function mailboxPurpose(mailboxId: string): string {
  return `mailbox ${mailboxId}`;
}
