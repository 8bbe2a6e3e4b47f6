/** As a `ref`: gives the focus to a control that was opened by the hand that will use it. */
export function focusOnMount(element: HTMLElement | null): void {
  element?.focus();
}
