export type ShownTooltip = { anchor: HTMLElement; label: string; keys: string | undefined };

const delayMs = 500;
/** From one control to the next there is no new delay. */
const warmMs = 400;

function anchorOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-tooltip]") : null;
}

/**
 * Tells which tooltip is to be seen: after a moment under a mouse, at once under the keyboard's focus. A press, Esc and
 * scrolling take it away; the pointer may move onto the tooltip itself.
 */
export function watchTooltips(onShown: (shown: ShownTooltip | null) => void): () => void {
  const abort = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over: HTMLElement | null = null;
  let isShown = false;
  let hiddenAt = 0;

  const show = (anchor: HTMLElement) => {
    const { tooltip: label, tooltipKeys: keys } = anchor.dataset;
    if (!label || !anchor.isConnected) return;
    isShown = true;
    onShown({ anchor, label, keys });
  };
  const hide = () => {
    clearTimeout(timer);
    if (!isShown) return;
    isShown = false;
    hiddenAt = Date.now();
    onShown(null);
  };
  const listen = <Type extends keyof DocumentEventMap>(type: Type, listener: (event: DocumentEventMap[Type]) => void) =>
    document.addEventListener(type, listener, { capture: true, passive: true, signal: abort.signal });

  listen("pointerover", ({ target, pointerType }) => {
    if (pointerType === "touch" || (target instanceof Element && target.closest("[data-tooltip-layer]"))) return;
    const anchor = anchorOf(target);
    if (anchor === over) return;
    over = anchor;
    hide();
    if (anchor) timer = setTimeout(() => show(anchor), Date.now() - hiddenAt < warmMs ? 0 : delayMs);
  });
  listen("focusin", ({ target }) => {
    const anchor = anchorOf(target);
    if (anchor?.matches(":focus-visible")) show(anchor);
  });
  listen("focusout", hide);
  listen("pointerdown", hide);
  listen("dragstart", hide);
  listen("scroll", hide);
  listen("keydown", ({ key }) => {
    if (key === "Escape") hide();
  });
  return () => {
    abort.abort();
    clearTimeout(timer);
  };
}
