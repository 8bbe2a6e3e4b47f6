import { getDocumentProxy, getMeta } from "unpdf";
import { type PageFacts, pageFacts } from "./page-facts.ts";

/** A paper's first pages tell what it is; thousands more may stand in a few kilobytes, and are not looked at. */
const mostPages = 30;

/** What a PDF is: the title it names, else its first line; `null` for one that cannot be read or has no text. */
export async function readPdf(bytes: Uint8Array): Promise<PageFacts | null> {
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes));
    try {
      const { info } = await getMeta(document);
      const pages: string[] = [];
      for (let number = 1; number <= Math.min(document.numPages, mostPages); number++)
        pages.push(await textOf(document, number));
      const firstLine = pages
        .join("\n")
        .split("\n")
        .find((line) => line.trim().length > 3);
      const named = (info as { Title?: unknown } | undefined)?.Title;
      return pageFacts({ title: (typeof named === "string" && named.trim()) || firstLine, text: pages.join(" ") });
    } finally {
      await document.loadingTask.destroy();
    }
  } catch {
    return null;
  }
}

async function textOf(document: Awaited<ReturnType<typeof getDocumentProxy>>, number: number): Promise<string> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  return items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join("");
}
