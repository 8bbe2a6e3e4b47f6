import { isIP } from "node:net";
import { mailboxPurpose } from "@kanban/messaging/mailbox-purpose";
import { openSecret } from "@kanban/messaging/sealed-secret";
import { limits } from "@kanban/domain/limits";
import type { AllowList } from "@kanban/safe-fetch/allow-list";
import { resolveServer } from "@kanban/safe-fetch/resolve-server";
import { type Resolve, resolveBySystem } from "@kanban/safe-fetch/resolve-target";
import { ImapFlow } from "imapflow";
import type { FollowedMailbox } from "./mailbox.repository.ts";
import { FaultError } from "./mailbox-fault.ts";

/** What opening a mailbox takes beside the mailbox. */
export type ImapDoor = {
  /** What its password was sealed with. */
  key: string;
  /** Mail servers of the own network that may be reached. */
  allow: AllowList;
  /** The system's, where it is left out. */
  resolve?: Resolve;
};

const imapPorts = [143, 993];
/** A server that does not answer within that has gone; the next look comes long before. */
const silenceMs = 3 * 60_000;
/** A mail and what is around it. */
const mostResponseBytes = limits.mailBytes + 4 * 1024 * 1024;

/**
 * Signs in to a mailbox. Its host was named by somebody: it is judged by its addresses as the host of a page is, and the
 * connection goes to one of those; the certificate has to be the name's. The signal closes it, whatever it is about.
 * @throws FaultError, or what the connection throws; see `faultOf`.
 */
export async function openImap(
  mailbox: FollowedMailbox,
  { key, allow, resolve = resolveBySystem }: ImapDoor,
  signal: AbortSignal,
): Promise<ImapFlow> {
  const { host, port, tls, userName: user } = mailbox;
  const pass = openSecret(key, mailboxPurpose(mailbox.id), mailbox.sealedPassword);
  if (pass === null) throw new FaultError("key", "The password was sealed with another key");
  const resolved = await resolveServer({ hostname: host, port }, { allow, ports: imapPorts, resolve });
  if (resolved.kind === "refused") throw new FaultError(resolved.reason, resolved.message);
  if (tls === "none" && !resolved.isLocal)
    throw new FaultError("plain-text", "Without TLS a password is sent within a private network only");
  let failure: unknown;
  for (const address of resolved.addresses) {
    signal.throwIfAborted();
    const client = new ImapFlow({
      ...{ host: address, port, auth: { user, pass }, logger: false },
      // A host that is an address has its certificate checked against that.
      ...(isIP(host) === 0 ? { servername: host } : {}),
      ...{ secure: tls === "tls", doSTARTTLS: tls === "starttls" },
      ...{ connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: silenceMs },
      // When to wait at the folder is decided in follow-mailbox.ts. Compressed, a response has no size to be limited.
      ...{ disableAutoIdle: true, disableCompression: true, maxResponseSize: mostResponseBytes },
      clientInfo: { name: "Personal Kanban" },
    });
    const close = () => client.close();
    signal.addEventListener("abort", close);
    client.on("close", () => signal.removeEventListener("abort", close));
    // Also told where it is waited for; unheard it would end the process.
    client.on("error", () => {});
    try {
      await client.connect();
      return client;
    } catch (error) {
      client.close();
      failure = error;
    }
  }
  throw failure;
}
