import { type PageFacts, pageFacts } from "./page-facts.ts";
import { decodeText } from "./decode-text.ts";
import { readHtml } from "./read-html.ts";
import { readLargeHtml } from "./read-large-html.ts";
import { readPdf } from "./read-pdf.ts";

/** Read in this thread up to here: some 60 ms. */
const smallBytes = 500_000;

/** What bytes of a page say, by their media type; `null` when that is nothing. Never throws on strange bytes. */
export async function readPage(
  bytes: Uint8Array,
  { type, charset }: { type: string; charset: string | null },
): Promise<PageFacts | null> {
  if (type === "application/pdf") return readPdf(bytes);
  const text = decodeText(bytes, charset);
  if (type.startsWith("text/") && type !== "text/html") return readPlain(text);
  if (bytes.length > smallBytes) return readLargeHtml(text);
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
