import { expect, test } from "vitest";
import { dropIndex } from "./drop-index.ts";

const cards = [0, 60, 120].map((top) => ({ top, height: 50 }));

test("above a card's middle is before it, below is after it", () => {
  expect(dropIndex(cards, 10)).toBe(0);
  expect(dropIndex(cards, 30)).toBe(1);
  expect(dropIndex(cards, 84)).toBe(1);
});

test("the floor below the last card and an empty column are the end", () => {
  expect(dropIndex(cards, 900)).toBe(3);
  expect(dropIndex([], 20)).toBe(0);
});

test("the gap that opens does not change the answer that opened it", () => {
  const gap = 66;
  for (const pointerY of [10, 30, 84, 90, 150, 300]) {
    const index = dropIndex(cards, pointerY);
    const pushed = cards.map((card, row) => (row >= index ? { ...card, top: card.top + gap } : card));
    expect(dropIndex(pushed, pointerY)).toBe(index);
  }
});
