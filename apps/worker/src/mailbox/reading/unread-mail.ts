import { answersOf, messageIdOf } from "@kanban/domain/mail/message-ids";
import { unknownType } from "@kanban/domain/file-type";
import type { ReadMail } from "./read-mail.ts";
import { readMail } from "./read-mail.ts";

/** Headers end where the first line is empty; what is looked through for that. */
const headBytes = 64 * 1024;

/** Why only a mail's head was read. */
export type UnreadReason = { isBroken: true; bytes: Uint8Array } | { isBroken: false; megabytes: number };

/**
 * A mail that could not be read whole is captured all the same, by what its head says: a broken one with its bytes as a
 * file, one that is too large with a word on where it is.
 */
export async function unreadMail(head: Uint8Array, reason: UnreadReason): Promise<ReadMail> {
  const cut = headOf(head);
  const read = await readMail(cut).catch(() => null);
  const known = read ?? {
    ...{ nature: "personal" as const, subject: "", from: { name: "", address: "" }, to: [], date: "" },
    ...{ messageId: messageIdOf(null), answers: answersOf({ inReplyTo: null, references: null }) },
  };
  if (!reason.isBroken) {
    const text = `_This message has ${reason.megabytes} MB, which is too much to be read here. It is in its mailbox._`;
    return { ...known, text, files: [] };
  }
  return {
    ...known,
    text: "_This message could not be read. It is attached as it came._",
    files: [{ name: "message.eml", type: unknownType, content: reason.bytes }],
  };
}

function headOf(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.subarray(0, headBytes)).toString("latin1");
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  // No body: a multipart one would only be found broken again.
  const lines = text.slice(0, end).split(/\r?\n(?![ \t])/);
  const plain = lines.filter((line) => !/^content-(?:type|transfer-encoding)\s*:/i.test(line));
  return Buffer.from(`${plain.join("\r\n")}\r\n\r\n`, "latin1");
}
