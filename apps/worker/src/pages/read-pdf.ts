import { extractText, getDocumentProxy, getMeta } from "unpdf";
import { type PageFacts, pageFacts } from "./page-facts.ts";

/** A paper's first pages tell what it is. */
const mostPages = 30;

/** What a PDF is: the title it names, else its first line; `null` for one that cannot be read or has no text. */
export async function readPdf(bytes: Uint8Array): Promise<PageFacts | null> {
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes));
    const { info } = await getMeta(document);
    const { text } = await extractText(document, { mergePages: false });
    const pages = text.slice(0, mostPages);
    const firstLine = pages
      .join("\n")
      .split("\n")
      .find((line) => line.trim().length > 3);
    const named = (info as { Title?: unknown } | undefined)?.Title;
    return pageFacts({ title: (typeof named === "string" && named.trim()) || firstLine, text: pages.join(" ") });
  } catch {
    return null;
  }
}
