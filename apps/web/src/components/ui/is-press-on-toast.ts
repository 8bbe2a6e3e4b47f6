/** True when a layer would close because a toast was pressed: its buttons belong to no layer and must close none. */
export function isPressOnToast(details: { reason: string; event: Event }): boolean {
  const { target } = details.event;
  return (
    details.reason === "outside-press" && target instanceof Element && target.closest("[data-sonner-toaster]") !== null
  );
}
