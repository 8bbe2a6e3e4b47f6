import { sniffType } from "@kanban/file-storage/sniff-type";
import { limits } from "@kanban/domain/limits";
import { answersOf, messageIdOf } from "@kanban/domain/mail/message-ids";
import { type MailNature, natureOfMail } from "@kanban/domain/mail/nature-of-mail";
import { plainMarkdown } from "@kanban/domain/mail/plain-markdown";
import { sameAddress } from "@kanban/domain/mail/senders";
import { storable } from "@kanban/domain/storable";
import PostalMime, { type Address, type Attachment, type Email } from "postal-mime";
import { htmlDepth } from "./html-depth.ts";
import { htmlMarkdown } from "./html-markdown.ts";

/** A mail as its bytes say it; nothing of it has been stored. */
export type ReadMail = {
  nature: MailNature;
  subject: string;
  text: string;
  from: { name: string; address: string };
  to: string[];
  messageId: string | null;
  answers: string[];
  /** The Date header as it stands: together with sender and id it tells one mail from another. */
  date: string;
  files: { name: string; type: string; content: Uint8Array }[];
};

/** Where servers write whom a mail was really for. */
const recipientHeaders = ["delivered-to", "x-delivered-to", "x-original-to", "envelope-to", "x-envelope-to"];
/** More recipients than a plus-address hides among. */
const mostRecipients = 200;
/** Four times what a title holds; a longer one is no subject. */
const subjectCharacters = 4 * limits.title;
/** Larger HTML is no letter, and deeper one is meant to hurt: the time to read it grows with the square of its depth. */
const htmlCharacters = 2_000_000;
const deepestHtml = 500;

/**
 * Reads a mail.
 * @throws when its parts are nested or its headers are long beyond reason, and when its bytes are no mail.
 */
export async function readMail(bytes: Uint8Array): Promise<ReadMail> {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 50, maxHeadersSize: 1_000_000 });
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value ?? "";
  const ids = (name: string) => storable(header(name));
  const from = mailboxes([mail.from ?? mail.sender])[0] ?? { name: "", address: "" };
  const read = {
    nature: natureOfMail(mail.headers, from.address),
    subject: cut(mail.subject ?? "", subjectCharacters),
    text: textOf(mail),
    from: { name: cut(from.name, limits.name), address: cut(from.address, 254) },
    to: recipientsOf(mail),
    messageId: messageIdOf(storable(mail.messageId ?? header("message-id"))),
    answers: answersOf({ inReplyTo: ids("in-reply-to"), references: ids("references") }),
    date: header("date"),
    files: filesOf(mail.attachments),
  };
  // Words without a head are taken for one that cannot be understood.
  if (bytes.length > 0 && from.address === "" && read.subject === "" && read.text === "" && read.files.length === 0)
    throw new Error("Neither its sender nor anything it says was found");
  return read;
}

/** HTML keeps links and structure; where it says nothing, or cannot be read, the text part has to do. */
function textOf({ html = "", text = "" }: Email): string {
  if (html !== "" && html.length <= htmlCharacters && htmlDepth(html) <= deepestHtml) {
    try {
      const markdown = htmlMarkdown(html);
      if (markdown !== "") return markdown;
    } catch {
      // Nested deeper than a stack is deep.
    }
  }
  return plainMarkdown(text || html.replaceAll(/<[^<>]{0,2000}>/g, " "));
}

function recipientsOf(mail: Email): string[] {
  const ofServers = mail.headers
    .filter(({ key }) => recipientHeaders.includes(key))
    .map(({ value }) => value.trim().replace(/^<|>$/g, ""));
  const written = mailboxes([...(mail.to ?? []), ...(mail.cc ?? []), ...(mail.bcc ?? [])]);
  const all = [...ofServers, ...written.map(({ address }) => address)];
  return [...new Set(all.map((address) => cut(sameAddress(address), 320)))].slice(0, mostRecipients);
}

function mailboxes(addresses: readonly (Address | undefined)[]): { name: string; address: string }[] {
  return addresses.flatMap((entry) => (entry === undefined ? [] : (entry.group ?? [entry])));
}

function filesOf(attachments: readonly Attachment[]): ReadMail["files"] {
  return attachments.map(({ filename, content, mimeType }, index) => {
    const bytes = typeof content === "string" ? Buffer.from(content) : new Uint8Array(content);
    const unnamed = `${mimeType === "message/rfc822" ? "message" : "file"}-${index + 1}`;
    return { name: storable(filename ?? "") || unnamed, type: sniffType(bytes), content: bytes };
  });
}

/** Cleaned last: the cut may go through a character. */
function cut(text: string, most: number): string {
  return storable(text.slice(0, most));
}
