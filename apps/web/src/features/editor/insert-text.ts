/**
 * Replaces a stretch of a field as if it had been typed, so that the browser's own undo takes it back and React hears
 * of it; then selects `select` (by default the end of what was inserted).
 */
export function insertText(
  field: HTMLTextAreaElement,
  { start, end, insert, select }: { start: number; end: number; insert: string; select?: readonly [number, number] },
): void {
  field.focus();
  field.setSelectionRange(start, end);
  const isTyped = insert === "" && start !== end ? document.execCommand("delete") : execInsert(insert);
  if (!isTyped) {
    field.setRangeText(insert, start, end, "end");
    field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertReplacementText" }));
  }
  if (select) field.setSelectionRange(select[0], select[1]);
}

function execInsert(insert: string): boolean {
  // Deprecated and without a successor: nothing else keeps a field's undo history.
  return insert === "" || document.execCommand("insertText", false, insert);
}
