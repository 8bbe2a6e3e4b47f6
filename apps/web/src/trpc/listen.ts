import { addressOf } from "./call.ts";

export type Listener = {
  onOpen(): void;
  /** One message, with the id under which a new connection would go on after it. */
  onMessage(message: { id: string; data: unknown }): void;
  /** The stream is over, for whatever reason; called at most once, and never after it was ended from here. */
  onEnd(): void;
};

/**
 * Listens to a subscription over tRPC's protocol of server-sent events; returns how to end it. It never connects anew by
 * itself, as an EventSource would: from where and when is the engine's to know. A connection on which not even a ping
 * comes for as long as the server has named is over, too.
 */
export function listen(path: string, input: unknown, { onOpen, onMessage, onEnd }: Listener): () => void {
  const source = new EventSource(addressOf(path, input));
  let isOver = false;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let longestSilenceMs: number | undefined;
  const close = () => {
    isOver = true;
    clearTimeout(silence);
    source.close();
  };
  const end = () => {
    if (isOver) return;
    close();
    onEnd();
  };
  const heard = () => {
    clearTimeout(silence);
    if (longestSilenceMs) silence = setTimeout(end, longestSilenceMs);
  };
  source.addEventListener("connected", ({ data }: MessageEvent<string>) => {
    longestSilenceMs = (JSON.parse(data) as { reconnectAfterInactivityMs?: number }).reconnectAfterInactivityMs;
    heard();
    onOpen();
  });
  source.addEventListener("message", ({ data, lastEventId }: MessageEvent<string>) => {
    heard();
    onMessage({ id: lastEventId, data: JSON.parse(data) as unknown });
  });
  source.addEventListener("ping", heard);
  for (const type of ["serialized-error", "return", "error"]) source.addEventListener(type, end);
  return close;
}
