/** A whole message as it stood on the wire: its type, four bytes of length, its body. */
export type RawMessage = Buffer;

/** The type byte and the length, which counts itself and not the type. */
const headerBytes = 5;
/** The length alone: what a connection says first has no type. */
const startupHeaderBytes = 4;

/**
 * Cuts what a client sends into whole messages, however TCP has cut or joined them. Messages are views into the chunks;
 * only one that spans chunks is copied, once.
 *
 * `isStarting` says whether the next message is still one of those without a type.
 */
export function createMessageSplitter({
  isStarting,
  onMessage,
}: {
  isStarting: () => boolean;
  onMessage: (message: RawMessage) => void;
}): (chunk: Buffer) => void {
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  let neededBytes = 0;
  return (chunk) => {
    pending.push(chunk);
    pendingBytes += chunk.length;
    if (pendingBytes < neededBytes) return;
    const bytes = pending.length === 1 ? chunk : Buffer.concat(pending);
    let start = 0;
    for (;;) {
      const header = isStarting() ? startupHeaderBytes : headerBytes;
      neededBytes = header;
      if (bytes.length - start < header) break;
      // A length below its own size is nobody's who speaks the protocol; the message is then read as empty.
      neededBytes = Math.max(header, bytes.readInt32BE(start + header - 4) + header - 4);
      if (bytes.length - start < neededBytes) break;
      const message = bytes.subarray(start, start + neededBytes);
      start += neededBytes;
      onMessage(message);
    }
    const rest = bytes.subarray(start);
    pending = rest.length > 0 ? [rest] : [];
    pendingBytes = rest.length;
  };
}

/** The messages of bytes known to hold whole ones. */
export function splitMessages(bytes: Buffer): RawMessage[] {
  const messages: RawMessage[] = [];
  createMessageSplitter({ isStarting: () => false, onMessage: (message) => messages.push(message) })(bytes);
  return messages;
}

/** The letter that says what a message is. */
export const typeOf = (message: RawMessage): string => String.fromCharCode(message[0]!);
