import type { Readable } from "node:stream";

/** The lines of a stream of text; each ends with a line feed and with nothing else, as PostgreSQL's COPY writes them. */
export async function* linesOf(stream: Readable): AsyncGenerator<string> {
  stream.setEncoding("utf8");
  let rest = "";
  for await (const chunk of stream as AsyncIterable<string>) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop()!;
    yield* lines;
  }
}
