import type { StreamMessage } from "@kanban/api/sync/stream-boards";
import { waitFor } from "@kanban/testing/wait-for";
import type { TestServer } from "./server-test.ts";

export type OpenStream = {
  messages: StreamMessage[];
  /** The refusals it was told, by code. */
  errors: string[];
  /** The id of the last message: where to resume. */
  lastEventId(): string | null;
  hasEnded(): boolean;
  /** Goes away, as a closed tab does. */
  close(): void;
};

/** Opens the live stream as a browser would and keeps what it says. Resolves when the server has accepted it. */
export async function openStream(
  server: TestServer,
  cookie: string,
  input: { boards: { boardId: string; since: number; epoch: string }[] },
  lastEventId?: string,
): Promise<OpenStream> {
  const controller = new AbortController();
  const resume = lastEventId === undefined ? "" : `&lastEventId=${encodeURIComponent(lastEventId)}`;
  const response = await fetch(
    `${server.url}/api/trpc/sync.stream?input=${encodeURIComponent(JSON.stringify(input))}${resume}`,
    {
      headers: { cookie, accept: "text/event-stream" },
      signal: controller.signal,
    },
  );
  const messages: StreamMessage[] = [];
  const errors: string[] = [];
  let text = "";
  let lastId: string | null = null;
  let isConnected = false;
  let isEnded = false;

  const take = (block: string) => {
    const fields = new Map(
      block.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]),
    );
    lastId = fields.get("id") ?? lastId;
    const data: unknown = JSON.parse(fields.get("data") || "null");
    const event = fields.get("event");
    if (event === "connected") isConnected = true;
    else if (event === "serialized-error") errors.push((data as { data: { code: string } }).data.code);
    else if (event === undefined) messages.push(data as StreamMessage);
  };
  const read = async () => {
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const blocks = text.split(/\n\n+/);
      text = blocks.pop() ?? "";
      for (const block of blocks) if (block.trim() !== "") take(block.trim());
    }
  };
  void read()
    .catch(() => {})
    .finally(() => {
      isEnded = true;
    });
  await waitFor(() => isConnected || isEnded, { what: "the stream to be accepted" });
  return { messages, errors, lastEventId: () => lastId, hasEnded: () => isEnded, close: () => controller.abort() };
}
