import type { MailboxFault } from "@kanban/domain/mail/mail-sets";
import { limits } from "@kanban/domain/limits";
import type { ImapFlowError } from "imapflow";

/** Why a mailbox cannot be followed, in a word people are told, and in the words of whoever said so. */
export type Fault = { reason: MailboxFault; detail: string };

/** A fault found here rather than told by the server. */
export class FaultError extends Error {
  override name = "FaultError";
  readonly reason: MailboxFault;
  constructor(reason: MailboxFault, detail: string) {
    super(detail);
    this.reason = reason;
  }
}

const dnsCodes = ["ENOTFOUND", "EAI_AGAIN"];
const timeoutCodes = ["CONNECT_TIMEOUT", "GREETING_TIMEOUT", "UPGRADE_TIMEOUT", "ETIMEOUT", "ETIMEDOUT", "LockTimeout"];
const tlsCodes = /^(?:ERR_TLS|ERR_SSL|CERT_|EPROTO|STARTTLS_)|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH/;
const connectionCodes = /^E(?:CONN|HOST|NET|PIPE|ADDR)|^(?:NoConnection|EConnectionClosed|ClosedAfterConnect\w+)$/;

/** What an error means to somebody who set the mailbox up. */
export function faultOf(error: unknown): Fault {
  const { authenticationFailed, tlsFailed, mailboxMissing, code = "", responseText, message } = readError(error);
  const detail = (responseText ?? message)
    .replace(/[\p{Cc}\p{Cf}]+/gu, " ")
    .slice(0, limits.mailboxFault)
    .toWellFormed();
  const reason = (): MailboxFault => {
    if (error instanceof FaultError) return error.reason;
    if (authenticationFailed) return "auth";
    if (tlsFailed || tlsCodes.test(code)) return "tls";
    if (mailboxMissing) return "folder";
    if (dnsCodes.includes(code)) return "dns";
    if (timeoutCodes.includes(code)) return "timeout";
    return connectionCodes.test(code) ? "connection" : "other";
  };
  return { reason: reason(), detail };
}

function readError(error: unknown): Partial<ImapFlowError> & { message: string } {
  return error instanceof Error ? error : { message: String(error) };
}
