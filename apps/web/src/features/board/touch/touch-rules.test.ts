import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { edgePage } from "./edge-page.ts";
import { judgeSwipe } from "./judge-swipe.ts";
import { readTouchStart } from "./touch-start.ts";

describe("a finger on a card", () => {
  it("presses while it wavers, and scrolls when it goes up or down", () => {
    expect(readTouchStart(5, 5, true)).toBe("press");
    expect(readTouchStart(3, 20, true)).toBe("scroll");
    expect(readTouchStart(12, 12, true)).toBe("scroll");
  });

  it("pulls the card only clearly sideways, and only where a card can be pulled", () => {
    expect(readTouchStart(20, 3, true)).toBe("swipe");
    expect(readTouchStart(20, 3, false)).toBe("scroll");
  });

  it("finishes to the right and archives to the left, once far enough", () => {
    const pull = (dx: number) => judgeSwipe({ dx, elapsedMs: 600, width: 320 });
    expect([pull(111), pull(112), pull(-111), pull(-112)]).toEqual(["nothing", "finish", "nothing", "archive"]);
    expect(judgeSwipe({ dx: 75, elapsedMs: 600, width: 200 })).toBe("finish");
  });

  it("pages by a flick, whatever its length", () => {
    expect(judgeSwipe({ dx: -200, elapsedMs: 120, width: 320 })).toBe("next-column");
    expect(judgeSwipe({ dx: 40, elapsedMs: 120, width: 320 })).toBe("previous-column");
    expect(judgeSwipe({ dx: 10, elapsedMs: 120, width: 320 })).toBe("nothing");
  });

  it("never changes a task by a quick or a short move", () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), fc.integer({ min: 0, max: 3000 }), (dx, elapsedMs) => {
        const verdict = judgeSwipe({ dx, elapsedMs, width: 320 });
        if (elapsedMs < 200 || Math.abs(dx) < 100) expect(["finish", "archive"]).not.toContain(verdict);
        else expect(["next-column", "previous-column"]).not.toContain(verdict);
      }),
    );
  });

  it("turns the page at both edges of the screen and nowhere else", () => {
    expect([edgePage(10, 360), edgePage(180, 360), edgePage(350, 360)]).toEqual([-1, 0, 1]);
  });
});
