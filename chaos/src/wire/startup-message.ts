import type { RawMessage } from "./message-splitter.ts";

/** What a connection may say first. */
export type StartupMessage =
  | { kind: "encryption-request" }
  | { kind: "cancel-request" }
  | { kind: "startup"; applicationName: string }
  /** Not version 3 of the protocol. */
  | { kind: "unknown" };

const cancelRequest = 80_877_102;
const sslRequest = 80_877_103;
const gssRequest = 80_877_104;
const majorVersion = 3;

export function readStartupMessage(message: RawMessage): StartupMessage {
  if (message.length < 8) return { kind: "unknown" };
  const code = message.readInt32BE(4);
  if (code === sslRequest || code === gssRequest) return { kind: "encryption-request" };
  if (code === cancelRequest) return { kind: "cancel-request" };
  if (code >> 16 !== majorVersion) return { kind: "unknown" };
  // Names and values alternate, each ends with a zero byte, and one more ends the list.
  const words = message.toString("utf8", 8).split("\0");
  for (let index = 0; index + 1 < words.length && words[index]; index += 2) {
    if (words[index] === "application_name") return { kind: "startup", applicationName: words[index + 1]! };
  }
  return { kind: "startup", applicationName: "" };
}
