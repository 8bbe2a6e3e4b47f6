import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { type PageFacts, pageFacts } from "./page-facts.ts";

/** Deeper or larger trees are no article, and cost more than a hint is worth. */
const mostElements = 40_000;

/**
 * What an HTML page is: its own words about itself (Open Graph, title, description), and its article as the reader mode
 * of a browser would show it (Mozilla Readability). Scripts are never run, nothing is fetched.
 */
export function readHtml(html: string): PageFacts | null {
  // The parser takes a page without its outermost element for a fragment.
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<!doctype html><html>${html}`);
  const meta = (name: string) =>
    document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute("content") ?? "";
  const own = {
    title: meta("og:title") || meta("twitter:title") || (document.querySelector("title")?.textContent ?? ""),
    site: meta("og:site_name") || meta("application-name"),
    extract: meta("og:description") || meta("description"),
  };
  // Where there is no article, its paragraphs tell; the reader takes the tree apart.
  const paragraphs = [...document.querySelectorAll("p")].map(({ textContent }) => textContent).join(" ");
  const article = articleOf(document);
  return pageFacts({
    title: own.title || article?.title,
    site: own.site || article?.siteName,
    extract: own.extract || article?.excerpt,
    text: article?.textContent || paragraphs,
  });
}

function articleOf(document: unknown): ReturnType<Readability["parse"]> {
  try {
    return new Readability(document as never, { maxElemsToParse: mostElements }).parse();
  } catch {
    // Too many elements, or a tree it cannot make sense of, such as one without a body.
    return null;
  }
}
