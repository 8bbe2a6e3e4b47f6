import { agoShort } from "../../operations/age-words.ts";
import { mailStrings as strings } from "./mail.strings.ts";
import type { ShownMailbox } from "./use-mail.ts";

export type MailboxState = keyof typeof strings.state;

/** How a mailbox is, as far as anybody has told. */
export function stateOf({
  kind,
  fault,
  reportedAt,
}: Pick<ShownMailbox, "kind" | "fault" | "reportedAt">): MailboxState {
  if (kind === "hook") return "hook";
  if (fault) return "failing";
  return reportedAt === null ? "waiting" : "connected";
}

/** What is said below a mailbox's name: where it is, how it is, when mail last came. */
export function mailboxWords(mailbox: ShownMailbox, now: Date): string[] {
  const { userName, host, lastMailAt } = mailbox;
  const isNow = lastMailAt !== null && now.getTime() - Date.parse(lastMailAt) < 60_000;
  return [
    host === null ? strings.posted : `${userName} · ${host}`,
    lastMailAt === null
      ? strings.noMail
      : strings.lastMail(isNow ? strings.justNow : agoShort(lastMailAt, now.toISOString())),
  ];
}
