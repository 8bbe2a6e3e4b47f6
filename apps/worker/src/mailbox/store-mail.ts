import { hash } from "node:crypto";
import { cleanFileName } from "@kanban/domain/file-name";
import { unknownType } from "@kanban/domain/file-type";
import { mailboxIdSchema } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import type { MailFile, ReceivedMail } from "@kanban/domain/mail/received-mail";
import type { FileStorage } from "@kanban/file-storage/file-storage";
import { deterministicId } from "@kanban/messaging/deterministic-id";
import type { ReadMail } from "./reading/read-mail.ts";

/** What the notes of a task hold, less the line that says who wrote. */
const textCharacters = limits.notes - 1_000;

/** A mail by what it is: the same message, come again by another way or under another UID, has the same. */
export function mailIdOf(mailboxId: string, { messageId, from, date }: ReadMail, bytes: Uint8Array): string {
  // Programs that give all their mails one id exist; none gives them one moment, too.
  const key =
    messageId === null ? hash("sha256", bytes) : JSON.stringify([messageId, from.address.toLowerCase(), date]);
  return deterministicId(mailboxId, `mail ${key}`);
}

/**
 * Stores the files of a mail and answers it as it is told. Stored before it is told: a crash in between stores the same
 * bytes again, under the same names.
 */
export async function storeMail(
  storage: Pick<FileStorage, "put">,
  { nature, text, files, date: _date, ...mail }: ReadMail,
  about: { mailId: string; mailboxId: string; folder: string | null; receivedAt: Date; bytes: Uint8Array },
): Promise<ReceivedMail> {
  const { mailId, mailboxId, folder, receivedAt, bytes } = about;
  const put = async (name: string, type: string, content: Uint8Array): Promise<MailFile> => ({
    ...(await storage.put(once(content))),
    ...{ name: cleanFileName(name), type },
  });
  const stored: MailFile[] = [];
  const isMany = files.length > limits.mailFiles;
  for (const { name, type, content } of isMany ? files.slice(0, limits.mailFiles) : files)
    stored.push(await put(name, type, content));
  if (isMany) stored.push(await put("message.eml", unknownType, bytes));
  const isLong = text.length > textCharacters;
  if (isLong) stored.push(await put("message.txt", "text/plain", Buffer.from(text)));
  return {
    ...mail,
    ...{ mailId, mailboxId: mailboxIdSchema.parse(mailboxId), folder, files: stored, isBulk: nature === "bulk" },
    text: isLong ? `${text.slice(0, textCharacters).toWellFormed()}\n…` : text,
    receivedAt: receivedAt.toISOString(),
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
