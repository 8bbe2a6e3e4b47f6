import type { SqlState } from "./fault.ts";
import { type RawMessage, splitMessages, typeOf } from "./message-splitter.ts";

/** A server's last words before it closes the connection. */
export function fatalResponse(state: SqlState): Buffer {
  return frame("E", `SFATAL\0VFATAL\0C${checked(state)}\0M${errorText}\0\0`);
}

/**
 * What is sent to the server in place of a statement that is to fail: it really fails there, so the client's open
 * transaction is really aborted, and status and error of the answer are the server's own. COMMIT is the exception,
 * for it ends its transaction also when it fails; ROLLBACK goes before the failure.
 */
export function failingQuery(state: SqlState, replaced: readonly string[]): Buffer {
  const fail = `DO $$BEGIN RAISE EXCEPTION '${errorText}' USING ERRCODE = '${checked(state)}'; END$$`;
  return frame("Q", `${replaced.some(endsTransaction) ? "ROLLBACK; " : ""}${fail}\0`);
}

/** Of the answer to a failing query: all that an answer to the statement in its place could have held. */
export function onlyFailure(answer: Buffer): RawMessage[] {
  const kept = new Set(["A", "S", "E", "Z"]);
  return splitMessages(answer).filter((message) => kept.has(typeOf(message)));
}

const errorText = "Failed by the wire";

const endsTransaction = (statement: string) =>
  /^\s*(COMMIT|END|ROLLBACK|ABORT)(\s+(WORK|TRANSACTION))?\s*;?\s*$/i.test(statement);

function checked(state: SqlState): SqlState {
  if (!/^[0-9A-Z]{5}$/.test(state)) throw new Error(`${state} is no SQLSTATE`);
  return state;
}

function frame(type: string, body: string): Buffer {
  const bytes = Buffer.from(`${type}0000${body}`);
  bytes.writeInt32BE(bytes.length - 1, 1);
  return bytes;
}
