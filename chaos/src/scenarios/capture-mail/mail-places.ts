import type { Point } from "../kill-matrix/places.ts";

/** A place between a message and its flag where a process is killed: at a command of IMAP, or at a round trip. */
export type MailPlace = { name: string; victim: "api" | "worker" } & (
  | { command: string; moment: "before" | "after" }
  | { point: Point }
);

const work = { wire: "workerDb", applicationName: "kanban-worker" } as const;
const requests = { wire: "apiDb", applicationName: "kanban-api" } as const;
const keeping = /^INSERT INTO mail \(id, mailbox_id, payload/;
const marking = /^UPDATE mail_folder SET seen_uid/;
// Of a mail without files; one with files is written by Prisma.
const taskRow = /INSERT INTO (?:"public"\."task"|task) \(/;
const capturedRow = /INSERT INTO captured_mail/;
const settling = /^INSERT INTO mail AS known/;
const forgetting = /^DELETE FROM mail_message WHERE mailbox_id = \$1 AND path = \$2 AND uid_validity = \$3/;

/** Names begin with the letter reliability.md A4 gives the place, where it has one. */
export const mailPlaces: readonly MailPlace[] = [
  { name: "message asked for, not sent", victim: "worker", command: "UID FETCH", moment: "before" },
  {
    name: "d1 message fetched, not kept",
    victim: "worker",
    point: { ...work, statement: keeping, moment: "before-send" },
  },
  { name: "d1 mail kept, event not", victim: "worker", point: { ...work, statement: keeping, moment: "after-send" } },
  {
    name: "d1 mail kept, COMMIT not sent",
    victim: "worker",
    point: { ...work, statement: /^COMMIT$/, inTransactionAfter: marking, moment: "before-send" },
  },
  {
    name: "d2 mail committed, answer not read",
    victim: "worker",
    point: { ...work, statement: /^COMMIT$/, inTransactionAfter: marking, moment: "after-send" },
  },
  {
    name: "task written, COMMIT not sent",
    victim: "api",
    point: { ...requests, statement: /^COMMIT$/, inTransactionAfter: taskRow, moment: "before-send" },
  },
  {
    name: "task committed, mail not noted",
    victim: "api",
    point: { ...requests, statement: capturedRow, moment: "before-send" },
  },
  {
    name: "mail noted, worker not told",
    victim: "api",
    point: { ...requests, statement: capturedRow, moment: "after-send" },
  },
  { name: "settled, COMMIT not sent", victim: "worker", point: { ...work, statement: settling, moment: "after-send" } },
  { name: "d2 settled, not flagged", victim: "worker", command: "UID STORE", moment: "before" },
  { name: "d2 flagged, answer not read", victim: "worker", command: "UID STORE", moment: "after" },
  {
    name: "d2 flagged, not forgotten",
    victim: "worker",
    point: { ...work, statement: forgetting, moment: "before-send" },
  },
];
