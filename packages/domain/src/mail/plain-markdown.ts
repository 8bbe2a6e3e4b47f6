import { storable } from "../storable.ts";

/**
 * A mail's plain text as it stands in notes, which are Markdown: pictures that would be fetched from elsewhere tell their
 * sender who reads when, so they become links; everything else that looks like Markdown was most likely meant.
 */
export function plainMarkdown(text: string): string {
  return (
    storable(text.replace(/\r\n?/g, "\n"))
      // From the first of a row only: each of the others would look to its end anew.
      .replace(/(?<!!)!+(?=\[)/g, "")
      .split("\n")
      // Mail programs leave spaces at the ends of lines. No pattern: it would look at each space of a long row anew.
      .map((line) => line.trimEnd())
      .join("\n")
      .replace(/\n{4,}/g, "\n\n\n")
      .trim()
  );
}

/** Words of somebody as words, whatever they would mean in Markdown. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!<>|~&]/g, "\\$&");
}
