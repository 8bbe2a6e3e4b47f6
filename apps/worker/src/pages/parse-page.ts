import { type PageFacts, pageFacts } from "./page-facts.ts";
import { decodeText } from "./decode-text.ts";
import { readHtml } from "./read-html.ts";
import { readPdf } from "./read-pdf.ts";

export type MediaType = { type: string; charset: string | null };

/**
 * What bytes of a page say, by their media type; `null` when that is nothing. May take minutes and all memory: a few
 * kilobytes are enough for a tree or a paper that does. Only ever called in the thread of `readPage`.
 */
export async function parsePage(bytes: Uint8Array, { type, charset }: MediaType): Promise<PageFacts | null> {
  if (type === "application/pdf") return readPdf(bytes);
  const text = decodeText(bytes, charset);
  if (type.startsWith("text/") && type !== "text/html") return readPlain(text);
  try {
    return readHtml(text);
  } catch {
    // A tree the reader cannot make sense of.
    return null;
  }
}

function readPlain(text: string): PageFacts | null {
  const [title = ""] = text.split(/\r?\n/u).filter((line) => line.trim() !== "");
  return pageFacts({ title: title.replace(/^#+\s*/u, ""), text });
}
