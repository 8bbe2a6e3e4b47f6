/** Looked for where a page names its encoding itself, as browsers do. */
const headBytes = 1_024;

/** Bytes as text, by what the server said, else the page itself, else UTF-8. Never throws: odd bytes become marks. */
export function decodeText(bytes: Uint8Array, charset: string | null): string {
  const named = charset ?? /<meta[^>]+charset\s*=\s*["']?([\w-]{1,40})/i.exec(latin(bytes.subarray(0, headBytes)))?.[1];
  return decoderOf(named ?? "utf-8").decode(bytes);
}

function decoderOf(charset: string) {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("latin1");
}
