import { limits } from "@kanban/domain/limits";
import { webAddress } from "../address/read-address.ts";
import type { Capture } from "./capture.ts";

/** What a person saves: a page's words, and their own. */
export type Asked = { title: string; url: string; selection: string; note: string; boardId: string | null };

/** A capture of what was asked for; `null` when that says nothing. The note comes first: it is the person's own. */
export function composeCapture({ title, url, selection, note, boardId }: Asked, now: Date): Capture | null {
  const quoted = quote(selection);
  const text = cutToBytes([note.trim(), quoted].filter(Boolean).join("\n\n"), limits.capturedBytes);
  const address = webAddress(url.trim());
  const fits = address !== null && address.length <= limits.capturedUrl;
  const capture = { title: oneLine(title), text, url: fits ? address : null, boardId, capturedAt: now.toISOString() };
  return capture.title === "" && text === "" && !capture.url ? null : capture;
}

/** In Markdown, as the notes are written: so that it shows whose words are whose. */
function quote(selection: string): string {
  const lines = selection
    .replace(/\r\n?|\u2028|\u2029/gu, "\n")
    .trim()
    .replace(/[^\S\n]+$/gmu, "")
    .replace(/\n{3,}/gu, "\n\n");
  return lines === ""
    ? ""
    : lines
        .split("\n")
        .map((line) => `> ${line}`.trimEnd())
        .join("\n");
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** As much of a text as fits, without half a character at its end. */
function cutToBytes(text: string, most: number): string {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length <= most) return text;
  const mark = "\n…";
  const kept = new TextDecoder().decode(bytes.subarray(0, most - new TextEncoder().encode(mark).length));
  return kept.replace(/\ufffd$/u, "") + mark;
}
