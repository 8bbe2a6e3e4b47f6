import { limits } from "@kanban/domain/limits";
import type { FetchMessageObject, ImapFlow } from "imapflow";
import { FaultError } from "./mailbox-fault.ts";

/** Of a message that is too large: its headers, and where they end is looked for. */
const headBytes = 64 * 1024;
/** A line of one megabit a second, slower than any a mailbox is read by; the largest mail has six minutes on it. */
const bytesPerMs = 125;

/** How many bytes of a message are fetched: those of its head, when all of them would be too many. */
export function fetchedBytes({ size = 0 }: Pick<FetchMessageObject, "size">): number {
  return size > limits.mailBytes ? headBytes : size;
}

/**
 * The source of a message of the open folder, or its head; `null` for one that was moved or deleted meanwhile. A server
 * has `fetchMs` to answer, beside the time the bytes take on a slow line.
 * @throws FaultError when it takes longer, however busy it looks; the connection is of no use then.
 */
export async function fetchSource(
  client: ImapFlow,
  message: Pick<FetchMessageObject, "uid" | "size">,
  fetchMs: number,
): Promise<Buffer | null> {
  const bytes = fetchedBytes(message);
  const source = bytes === (message.size ?? 0) ? true : { maxLength: bytes };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const fault = () => reject(new FaultError("timeout", "The server takes too long to hand out a message"));
    timer = setTimeout(fault, fetchMs + bytes / bytesPerMs);
  });
  try {
    const fetched = await Promise.race([client.fetchOne(String(message.uid), { source }, { uid: true }), late]);
    return (fetched && fetched.source) || null;
  } finally {
    clearTimeout(timer);
  }
}
