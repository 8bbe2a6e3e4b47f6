import { type OutlineTask, readOutline } from "@kanban/domain/capture-syntax/read-outline";
import { limits } from "@kanban/domain/limits";

/** The thoughts a text holds when each line is one; deeper lines stay with the one above. */
export function linesOf(text: string): OutlineTask[] {
  return readOutline(text);
}

/** One of them as the text to be captured, with nothing of it left out. */
export function textOfLine({ title, notes, items, isDone }: OutlineTask): string {
  const list = items.map((item) => `- [${item.isDone ? "x" : " "}] ${item.text}`);
  return [isDone ? `${title} ✓` : title, notes, ...list].filter((part) => part !== "").join("\n");
}

/** Why a text cannot be captured as it stands: its length. */
export const isTooLong = (text: string): boolean => text.length > limits.notes;

type PageWords = { [Part in "title" | "text" | "url"]?: string | undefined };

/** What a page or another app hands over, as it would have been typed: its name, its words, its address. */
export function textOfPage({ title, text, url }: PageWords): string {
  const words = [title, text].map((part) => part?.trim() ?? "").filter((part) => part !== "");
  const body = words.filter((part, index) => words.indexOf(part) === index).join("\n\n");
  const address = url?.trim() ?? "";
  if (address === "" || body.includes(address)) return body;
  return body === "" ? address : `${body}\n\n${address}`;
}
