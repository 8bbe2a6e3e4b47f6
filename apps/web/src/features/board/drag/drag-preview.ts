import type { ElementEventPayloadMap } from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import { preserveOffsetOnSource } from "@atlaskit/pragmatic-drag-and-drop/utils/preserve-offset-on-source";
import { setCustomNativeDragPreview } from "@atlaskit/pragmatic-drag-and-drop/utils/set-custom-native-drag-preview";

// Room for the tilted corners and the shadow, which the browser's picture would cut off.
const roomPx = 16;

/** Draws what is dragged as a slightly tilted copy of `element`, with their number when several are; level under reduced motion. */
export function drawPreview(
  element: HTMLElement,
  { nativeSetDragImage, location }: ElementEventPayloadMap["onGenerateDragPreview"],
  count = 1,
): void {
  const offset = preserveOffsetOnSource({ element, input: location.current.input });
  setCustomNativeDragPreview({
    nativeSetDragImage,
    getOffset: (args) => {
      const { x, y } = offset(args);
      return { x: x + roomPx, y: y + roomPx };
    },
    render: ({ container }) => {
      const copy = element.cloneNode(true) as HTMLElement;
      const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
      Object.assign(copy.style, {
        width: `${element.offsetWidth}px`,
        boxShadow: "var(--shadow-3)",
        outline: "none",
        transform: isStill ? "none" : "rotate(1.2deg)",
      });
      container.style.padding = `${roomPx}px`;
      container.append(copy);
      if (count > 1) copy.append(badge(count));
    },
  });
}

function badge(count: number): HTMLElement {
  const element = document.createElement("span");
  element.textContent = String(count);
  element.dataset["dragCount"] = "";
  element.className =
    "absolute -top-2 -right-2 grid h-6 min-w-6 place-items-center rounded-full bg-accent px-1.5 font-mono text-xs font-bold text-accent-ink";
  return element;
}
