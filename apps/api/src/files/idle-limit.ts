/** A sender that falls silent for so long is gone, or wants to hold a connection. */
const silenceMs = 30_000;

export class SenderSilent extends Error {
  override name = "SenderSilent";
}

/** A stream that breaks off when nothing has come for half a minute. */
export async function* limitSilence(
  bytes: AsyncIterable<Uint8Array>,
  ms: number = silenceMs,
): AsyncGenerator<Uint8Array> {
  const reader = bytes[Symbol.asyncIterator]();
  try {
    for (;;) {
      let timer: NodeJS.Timeout | undefined;
      const silence = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new SenderSilent("The sender of a file fell silent")), ms);
      });
      const next = await Promise.race([reader.next(), silence]).finally(() => clearTimeout(timer));
      if (next.done) return;
      yield next.value;
    }
  } finally {
    // Not waited for: a silent stream does not answer this either.
    void reader.return?.()?.catch(() => {});
  }
}
