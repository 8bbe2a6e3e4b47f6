import { limits } from "../limits.ts";
import { storable } from "../storable.ts";
import { cutTitle } from "./cut-title.ts";

/** What somebody, or a machine of theirs, hands over; nothing of it has been looked at. */
export type CapturedText = {
  /** Given as a title: a page's, a mail's subject. */
  title?: string | null | undefined;
  text?: string | null | undefined;
  url?: string | null | undefined;
  /** Names of the files that come along: a title when nothing else is one. */
  fileNames?: readonly string[] | undefined;
};

export type ReadCapture = {
  title: string;
  notes: string;
  /** All of the notes when they hold only the beginning: to be kept as a file. */
  whole: string | null;
};

/**
 * What is captured as a task's title and notes; `null` when it says nothing. Without a title given, the first line is
 * one, and what follows the notes. A title that had to be cut stands whole in the notes, so that no word is lost. The
 * address stands in a line of its own unless the text has it.
 */
export function readCapture({ title, text, url, fileNames = [] }: CapturedText): ReadCapture | null {
  const given = oneLine(title);
  const body = withoutMargins(text);
  const address = oneLine(url);
  if (given !== "") return read(given, limits.title, body, address);
  if (body !== "") {
    const [first = "", ...rest] = body.split("\n");
    return read(first.trim(), limits.capturedTitle, withoutMargins(rest.join("\n")), address, body);
  }
  const last = address || oneLine(fileNames.join(", "));
  return last === "" ? null : read(last, limits.title, "", "");
}

/** `whole` is what the notes are when the title does not hold all of `line`. */
function read(line: string, max: number, rest: string, address: string, whole = `${line}\n\n${rest}`): ReadCapture {
  const title = cutTitle(line, max);
  const text = title === line ? rest : whole.trim();
  const isNamed = address === "" || title.includes(address) || text.includes(address);
  return { title, ...fit(isNamed ? text : [text, address].filter(Boolean).join("\n\n")) };
}

/** The notes as far as they fit, in whole lines if those are not long. */
function fit(notes: string): Pick<ReadCapture, "notes" | "whole"> {
  if (notes.length <= limits.notes) return { notes, whole: null };
  const room = notes.slice(0, limits.notes - 2);
  const line = room.lastIndexOf("\n");
  const kept = line > limits.notes / 2 ? room.slice(0, line) : room.replace(/[\ud800-\udbff]$/u, "");
  return { notes: `${kept}\n…`, whole: notes };
}

/** As it can be stored, with lines that end in one way. */
function plain(text: string | null | undefined): string {
  return storable(text ?? "").replace(/\r\n?|\u2028|\u2029/gu, "\n");
}

function oneLine(text: string | null | undefined): string {
  return plain(text).replace(/\s+/gu, " ").trim();
}

/** Without empty lines around it. */
function withoutMargins(text: string | null | undefined): string {
  return plain(text)
    .replace(/^(?:[^\S\n]*\n)+/u, "")
    .trimEnd();
}
