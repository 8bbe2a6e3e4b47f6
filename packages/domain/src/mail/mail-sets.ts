/* Closed sets about mailboxes, apart from their schemas: what draws them needs no parser. */

/** How mail comes: fetched from a mailbox, or sent to an address of this application by a mail service. */
export const mailboxKinds = ["imap", "hook"] as const;
export type MailboxKind = (typeof mailboxKinds)[number];

/** TLS from the first byte, TLS from STARTTLS on, or none, which is for the own network only. */
export const mailTlsModes = ["tls", "starttls", "none"] as const;
export type MailTls = (typeof mailTlsModes)[number];

/** What becomes of a message in its mailbox once it has been captured. */
export const afterCaptures = ["flag", "move", "archive"] as const;
export type AfterCapture = (typeof afterCaptures)[number];

/** Why a mailbox cannot be followed at the moment. */
export const mailboxFaults = [
  "auth",
  "dns",
  "private-address",
  "plain-text",
  "connection",
  "tls",
  "timeout",
  "folder",
  "key",
  "other",
] as const;
export type MailboxFault = (typeof mailboxFaults)[number];

/** Why a mail waits for a person. */
export const quarantineReasons = ["unknown-sender", "refused"] as const;
export type QuarantineReason = (typeof quarantineReasons)[number];

/** What became of a mail. Only `captured` lets the worker touch the message in its mailbox. */
export const mailOutcomes = ["captured", "quarantined", "discarded", "ignored"] as const;
export type MailOutcome = (typeof mailOutcomes)[number];
