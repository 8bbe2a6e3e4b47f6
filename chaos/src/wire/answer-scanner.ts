/** A piece of what the server says. `status` is set on the last piece of an answer. */
export type AnswerPiece = { bytes: Buffer; status: TransactionStatus | null };

/** Idle, in a transaction, in a failed one: what ReadyForQuery tells. */
export type TransactionStatus = "I" | "T" | "E";

const readyForQuery = "Z".charCodeAt(0);
const headerBytes = 5;

/**
 * Cuts what a server sends where an answer ends (ReadyForQuery), without gathering anything: a result of any size passes
 * as the chunks it came in.
 */
export function createAnswerScanner(): (chunk: Buffer) => AnswerPiece[] {
  const header = Buffer.alloc(headerBytes);
  let headerLength = 0;
  let bodyLeft = 0;
  return (chunk) => {
    const pieces: AnswerPiece[] = [];
    let start = 0;
    let at = 0;
    while (at < chunk.length) {
      if (bodyLeft === 0) {
        header[headerLength++] = chunk[at++]!;
        if (headerLength < headerBytes) continue;
        headerLength = 0;
        bodyLeft = header.readInt32BE(1) - 4;
        continue;
      }
      const step = Math.min(bodyLeft, chunk.length - at);
      at += step;
      bodyLeft -= step;
      if (header[0] !== readyForQuery) continue;
      // Its body is this one byte.
      const status = String.fromCharCode(chunk[at - 1]!) as TransactionStatus;
      pieces.push({ bytes: chunk.subarray(start, at), status });
      start = at;
    }
    if (start < chunk.length) pieces.push({ bytes: chunk.subarray(start), status: null });
    return pieces;
  };
}
