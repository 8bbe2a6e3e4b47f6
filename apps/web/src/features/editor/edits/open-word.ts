/** A word being typed that a list may complete: a command after `/`, a person after `@`, a task after `#` or `KEY-`. */
export type OpenWord = { kind: "command" | "person" | "task"; query: string; start: number; end: number };

/** The word at the caret that can be completed, if any. `key` is the board's, as in `HOME-12`. */
export function openWordAt(text: string, caret: number, key: string): OpenWord | null {
  const before = text.slice(0, caret);
  const command = /(?:^|\n)[ \t]*(\/([\p{L} ]{0,20}))$/u.exec(before);
  if (command) return found("command", command, caret);
  const person = /(?:^|[\s(])(@([\p{L}\p{N}._-]{0,40}))$/u.exec(before);
  if (person) return found("person", person, caret);
  const task = new RegExp(String.raw`(?:^|[\s(])((?:#|${key}-)([\p{L}\p{N}_-]{0,40}))$`, "u").exec(before);
  return task ? found("task", task, caret) : null;
}

function found(kind: OpenWord["kind"], [, word = "", query = ""]: RegExpExecArray, caret: number): OpenWord {
  return { kind, query, start: caret - word.length, end: caret };
}
