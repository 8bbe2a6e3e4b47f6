/**
 * True for a key that is an input method's, which makes characters of several keys. Safari sends the Enter that ends this
 * after the composition; there only the key code tells (WebKit bug 165004).
 */
export function isComposing(event: { isComposing: boolean; keyCode: number }): boolean {
  return event.isComposing || event.keyCode === 229;
}
