import type { FileStorage } from "@kanban/file-storage/file-storage";
import type { PoolClient } from "pg";
import { keepMail } from "./mail.repository.ts";
import { readMailAside } from "./reading/read-mail-aside.ts";
import { unreadMail } from "./reading/unread-mail.ts";
import { mailIdOf, storeMail } from "./store-mail.ts";

/** A mail as it came: all of its bytes, or the first of them where they are too many. */
export type RawMail = {
  mailboxId: string;
  bytes: Uint8Array;
  /** Of the whole mail, when only its beginning is here. */
  megabytes: number | null;
  folder: string | null;
  receivedAt: Date;
};

/** A mail that has been read and stored: what is left is to keep it, with whatever else is to be committed. */
export type TakenMail = { mailId: string; isSilent: boolean; keep: (tx: PoolClient) => Promise<void> };

/**
 * Reads a mail and stores its files. Answers no person wrote and words of mail servers say nothing anybody wants to do:
 * nobody hears of them. What cannot be read is captured by what its head says.
 */
export async function takeMail(storage: Pick<FileStorage, "put">, raw: RawMail): Promise<TakenMail> {
  const { mailboxId, bytes, megabytes } = raw;
  const read =
    megabytes === null
      ? ((await readMailAside(bytes)) ?? (await unreadMail(bytes, { isBroken: true, bytes })))
      : await unreadMail(bytes, { isBroken: false, megabytes });
  const mailId = mailIdOf(mailboxId, read, bytes);
  const isSilent = read.nature === "auto-reply" || read.nature === "bounce";
  const mail = isSilent ? null : await storeMail(storage, read, { ...raw, mailId });
  const about = { mailId, mailboxId: raw.mailboxId as never };
  return { mailId, isSilent, keep: (tx) => keepMail(tx, about, mail) };
}
