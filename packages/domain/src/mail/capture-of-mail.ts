import { cutTitle } from "../capture/cut-title.ts";
import { limits } from "../limits.ts";
import { cleanSubject } from "./clean-subject.ts";
import { escapeMarkdown } from "./plain-markdown.ts";
import type { ReceivedMail } from "./received-mail.ts";

/** Only such an address becomes a link of the notes. */
const plainAddress = /^[\w.+~-]+@[\w.-]+$/;

/**
 * A mail as something to capture: its subject is the title, and the notes say who wrote before they say what. Without a
 * subject the first words are one, else the names of its files, else who sent it.
 */
export function captureOfMail({
  subject,
  text,
  from,
  files,
}: Pick<ReceivedMail, "subject" | "text" | "from" | "files">): { title: string; text: string } {
  const firstLine = text.split("\n").find((line) => /[\p{L}\p{N}]/u.test(line)) ?? "";
  const title =
    cleanSubject(subject) ||
    cutTitle(firstLine.replace(/^[\s>#*-]+/u, "").trim(), limits.capturedTitle) ||
    files.map(({ name }) => name).join(", ") ||
    from.name ||
    from.address ||
    "Mail";
  return { title, text: [senderLine(from), text].filter(Boolean).join("\n\n") };
}

function senderLine({ name, address }: ReceivedMail["from"]): string {
  const shown = plainAddress.test(address) ? `<${address}>` : escapeMarkdown(address);
  const words = [escapeMarkdown(name.replace(/\s+/gu, " ").trim()), shown].filter(Boolean).join(" ");
  return words === "" ? "" : `From: ${words}`;
}
