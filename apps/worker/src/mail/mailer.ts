import { createTransport } from "nodemailer";
import { z } from "zod";
import type { Letter } from "./delivery.repository.ts";

/** Hands a letter to a mail server; resolves when the server has taken it over. */
export type Mailer = { send(letter: Letter): Promise<void> };

/** The mail server will not have this letter, now or later. */
export class LetterRefused extends Error {
  override name = "LetterRefused";
}

/** What nodemailer's errors say beyond a message. */
const smtpErrorSchema = z.object({ code: z.string(), responseCode: z.int() });

/**
 * Sends through the server `url` names (smtp:// or smtps://) as `from`. A letter's Message-ID follows from its
 * delivery's id, so that whoever gets it twice can tell.
 */
export function createMailer({ url, from }: { url: string; from: string }): Mailer {
  const transport = createTransport({
    url,
    // Together shorter than the job may take (queues.ts): a server that falls silent is a reason to try again.
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    // A letter is the text it carries: nothing in it may name a file or an address to read.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? "localhost";
  return {
    send: async ({ deliveryId, to, subject, text }) => {
      try {
        await transport.sendMail({
          from,
          // As an address and not as a list to parse: a letter has one recipient.
          to: { name: "", address: to },
          subject,
          text,
          messageId: `<${deliveryId}@${domain}>`,
          // Nobody is to answer it automatically.
          headers: { "Auto-Submitted": "auto-generated" },
        });
      } catch (error) {
        const smtp = smtpErrorSchema.safeParse(error);
        // A refused login is about us and not about the letter: somebody may yet correct the password.
        const isFinal = smtp.success && smtp.data.code !== "EAUTH" && smtp.data.responseCode >= 500;
        throw isFinal ? new LetterRefused(error instanceof Error ? error.message : String(error)) : error;
      }
    },
  };
}
