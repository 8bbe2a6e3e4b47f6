import type { HintValue } from "../entities.ts";

type Link = Extract<HintValue, { kind: "link" }>;

/** Text as Markdown that shows it letter by letter: what a page says is data, not mark-up. */
export function asPlainMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+\-!|~&]/gu, String.raw`\$&`).replace(/^(\d+)\./gmu, String.raw`$1\.`);
}

/** What the notes keep of a page: its title as a link, where and how long it is, and its beginning as a quotation. */
export function linkNote({ url, title, site, minutes, extract }: Link): string {
  const facts = [site && asPlainMarkdown(site), minutes !== null && `${minutes} min`].filter(Boolean);
  const head = [`[${asPlainMarkdown(title)}](<${url.replace(/[<>\s\\]/gu, encodeURIComponent)}>)`, ...facts].join(
    " · ",
  );
  const lines = extract.split(/\s*\n\s*/u).filter(Boolean);
  return lines.length === 0 ? head : `${head}\n\n${lines.map((line) => `> ${asPlainMarkdown(line)}`).join("\n>\n")}`;
}
