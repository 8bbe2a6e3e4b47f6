import { strings } from "../board.strings.ts";

type Trail = { dx: number; words: string; tone: "done" | "away"; isArmed: boolean };

const looks = {
  // Filled once letting go acts; until then a tint. The words change as well: colour never says it alone.
  done: ["var(--accent-soft)", "var(--ink)", "var(--accent)", "var(--accent-ink)"],
  away: ["var(--line)", "var(--ink)", "var(--ink-2)", "var(--canvas)"],
} as const;

/** What a pulled card uncovers: a strip over the board that says where the card goes. */
export function createSwipeTrail(card: HTMLElement): { show: (trail: Trail) => void; remove: () => void } {
  const box = card.getBoundingClientRect();
  const strip = document.createElement("div");
  strip.dataset["swipeTrail"] = "";
  Object.assign(strip.style, {
    position: "fixed",
    zIndex: "10",
    top: `${box.top}px`,
    height: `${box.height}px`,
    overflow: "hidden",
    display: "flex",
    alignItems: "center",
    padding: "0",
    borderRadius: "var(--radius-m)",
    font: "550 0.8125rem/1.125rem var(--font-sans)",
    whiteSpace: "nowrap",
    pointerEvents: "none",
    // Where colours are forced, an edge stands for the tint.
    border: "1px solid transparent",
  });
  const words = document.createElement("span");
  words.style.padding = "0 14px";
  strip.append(words);
  document.body.append(strip);
  return {
    show: ({ dx, words: text, tone, isArmed }) => {
      const width = Math.max(0, Math.abs(dx) - 6);
      const [tint, ink, fill, fillInk] = looks[tone];
      Object.assign(strip.style, {
        width: `${width}px`,
        left: dx > 0 ? `${box.left}px` : `${box.right - width}px`,
        justifyContent: dx > 0 ? "flex-start" : "flex-end",
        background: isArmed ? fill : tint,
        color: isArmed ? fillInk : ink,
      });
      words.textContent = isArmed ? strings.touch.letGo(text) : text;
    },
    remove: () => strip.remove(),
  };
}
