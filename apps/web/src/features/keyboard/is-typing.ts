/** True for an element that takes text: no single key may act while it has the focus. */
export function isTyping(element: Element | EventTarget | null): boolean {
  if (!(element instanceof HTMLElement)) return false;
  if (element.isContentEditable || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement)
    return true;
  return (
    element instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit", "range"].includes(element.type)
  );
}
