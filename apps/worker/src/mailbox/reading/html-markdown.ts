import { escapeMarkdown, plainMarkdown } from "@kanban/domain/mail/plain-markdown";
import TurndownService from "turndown";
import { readTables } from "./html-tables.ts";

/** What says nothing to a reader, or would do something. */
const silent = [
  "script",
  "style",
  "head",
  "title",
  "template",
  "noscript",
  "iframe",
  "object",
  "audio",
  "video",
] as const;
const controls = ["button", "input", "select", "textarea"] as const;

/** Web pages and mail; what else an address may do is no business of a mail. */
const openable = /^(?:https?|mailto|tel):/i;

/**
 * The HTML of a mail as Markdown to read: its words, headings, lists, quotes, tables and links. Pictures are not fetched
 * from anywhere: what is said of one stands in its place. Scripts are never run, styles only tell what is hidden.
 */
export function htmlMarkdown(html: string): string {
  return plainMarkdown(makeReader().turndown(html));
}

function makeReader(): TurndownService {
  const reader = new TurndownService({
    ...{ headingStyle: "atx", hr: "---", bulletListMarker: "-", codeBlockStyle: "fenced", emDelimiter: "*" },
  });
  reader.remove([...silent, ...controls]);
  reader.addRule("picture", {
    filter: "img",
    replacement: (_content, node) => escapeMarkdown(oneLine(attribute(node, "alt"))),
  });
  reader.addRule("link", {
    filter: (node) => node.nodeName === "A",
    replacement: (content, node) => link(oneLine(content), attribute(node, "href").trim()),
  });
  readTables(reader);
  // Last, and therefore asked before all others.
  reader.addRule("hidden", { filter: isHidden, replacement: () => "" });
  return reader;
}

function link(words: string, href: string): string {
  if (words === "" || !openable.test(href) || !URL.canParse(href)) return words;
  const address = new URL(href).href
    .replaceAll("(", "%28")
    .replaceAll(")", "%29")
    .replaceAll(/[<>\s]/g, encodeURIComponent);
  return `[${words}](${address})`;
}

/** Newsletters begin with words only a list of mails is to show. */
function isHidden(node: TurndownService.Node): boolean {
  const hidden = "getAttribute" in node ? node.getAttribute("hidden") : null;
  const style = attribute(node, "style").replace(/\s+/g, "").toLowerCase();
  return hidden !== null || /(?:^|;)(?:display:none|visibility:hidden|mso-hide:all)/.test(style);
}

function attribute(node: TurndownService.Node, name: string): string {
  return "getAttribute" in node ? (node.getAttribute(name) ?? "") : "";
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
