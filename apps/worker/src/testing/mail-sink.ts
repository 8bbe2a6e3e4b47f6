import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export type Received = { to: string[]; messageId: string; source: string };

/** A mail server that keeps what it takes. */
export type MailSink = {
  url: string;
  received: Received[];
  /** Asked before each letter is taken: an error refuses it, with its `responseCode`. */
  onLetter: (letter: Received) => Error | null;
  stop: () => Promise<void>;
};

export async function startMailSink(): Promise<MailSink> {
  const sink: MailSink = { url: "", received: [], onLetter: () => null, stop: async () => {} };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const source = Buffer.concat(chunks).toString();
        const to = session.envelope.rcptTo.map(({ address }) => address);
        const letter = { to, source, messageId: /^Message-ID: (.+)$/im.exec(source)?.[1]?.trim() ?? "" };
        const refusal = sink.onLetter(letter);
        if (!refusal) sink.received.push(letter);
        done(refusal);
      });
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  sink.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  sink.stop = () => new Promise((resolve) => server.close(() => resolve()));
  return sink;
}

/** How a mail server says no. */
export function refusalOf(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
