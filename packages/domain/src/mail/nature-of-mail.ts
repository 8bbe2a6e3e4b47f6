/** Headers in the order they stand, their names in small letters. */
export type MailHeaders = readonly { key: string; value: string }[];

/**
 * What a mail is by its headers: from a person; in bulk (a list, a newsletter, a program that reports); an answer no
 * person wrote; or the word of a mail server that something could not be delivered. The last two say nothing that
 * somebody wants to do.
 */
export type MailNature = "personal" | "bulk" | "auto-reply" | "bounce";

const replyHeaders = ["x-autoreply", "x-autorespond", "x-autoreply-from", "x-mail-autoreply"];
const listHeaders = ["list-id", "list-unsubscribe", "list-post", "feedback-id"];
const postmasters = /^(?:mailer-daemon|postmaster)@/i;

/** Judges by headers alone (RFC 3834, RFC 3464, and what was there before them); words in the text never decide. */
export function natureOfMail(headers: MailHeaders, sender: string): MailNature {
  const first = (name: string) => headers.find(({ key }) => key === name)?.value.trim() ?? null;
  const word = (name: string) => first(name)?.split(/[\s;]/u, 1)[0]?.toLowerCase() ?? "";
  const has = (names: readonly string[]) => names.some((name) => first(name) !== null);

  const contentType = (first("content-type") ?? "").toLowerCase();
  const isReport = /^multipart\/report\b/.test(contentType);
  // A receipt that somebody has read a mail is one, too, but no bounce.
  if (isReport && /disposition-notification/.test(contentType)) return "auto-reply";
  if (isReport || first("return-path") === "<>" || has(["x-failed-recipients"])) {
    // Vacation programs send with an empty return path, as the standard asks them to.
    return word("auto-submitted") === "auto-replied" ? "auto-reply" : "bounce";
  }
  if (postmasters.test(sender)) return "bounce";
  if (word("auto-submitted") === "auto-replied" || has(replyHeaders)) return "auto-reply";
  const precedence = word("precedence").replaceAll("-", "_");
  if (precedence === "auto_reply") return "auto-reply";
  const submitted = word("auto-submitted");
  if (submitted !== "" && submitted !== "no") return "bulk";
  if (["bulk", "list", "junk"].includes(precedence) || has(listHeaders)) return "bulk";
  return "personal";
}
