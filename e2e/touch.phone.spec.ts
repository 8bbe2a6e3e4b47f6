import { Finger, middleOf } from "./fixtures/finger.ts";
import { expect, test } from "./fixtures/test.ts";
import type { BoardPage } from "./pages/board-page.ts";

/** Pulls a card sideways, as slowly as it takes to arm it, and lets go once the strip beside it says so. */
async function pull(boardPage: BoardPage, title: string, by: 1 | -1): Promise<void> {
  const { page } = boardPage;
  const finger = await Finger.of(page);
  const { x, y } = await middleOf(boardPage.card(title));
  const start = x - by * 80;
  await finger.down({ x: start, y });
  let way = 10;
  await expect(async () => {
    way = Math.min(way + 20, 150);
    await finger.move({ x: start + by * (way + Math.random()), y });
    await expect(page.getByText(/^Let go: /)).toBeVisible({ timeout: 50 });
  }).toPass();
  await finger.up();
}

test("a card pulled to the right is done, and comes back by Undo", async ({ boardPage, board }) => {
  const { page } = boardPage;
  await board.addTasks("inbox", "before", "post the letter");
  await boardPage.expectTitles("Inbox", ["before", "post the letter"]);
  await pull(boardPage, "post the letter", 1);
  await expect.poll(() => board.titlesIn("done")).toEqual(["post the letter"]);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  const toast = page.getByRole("listitem").filter({ hasText: "Moved “post the letter” to Done" });
  await toast.getByRole("button", { name: "Undo" }).tap();
  await expect.poll(() => board.titlesIn("inbox")).toEqual(["before", "post the letter"]);
});

test("a card pulled to the left is archived; let go too early, it stays", async ({ boardPage, board }) => {
  const { page } = boardPage;
  await board.addTasks("inbox", "old offer");
  await boardPage.expectTitles("Inbox", ["old offer"]);
  const finger = await Finger.of(page);
  const { x, y } = await middleOf(boardPage.card("old offer"));
  await finger.down({ x, y });
  await finger.move({ x: x - 20, y });
  await finger.up();
  await boardPage.expectTitles("Inbox", ["old offer"]);
  await boardPage.column("Inbox").scrollIntoViewIfNeeded();
  await pull(boardPage, "old offer", -1);
  await boardPage.expectTitles("Inbox", []);
  await expect.poll(() => board.titlesIn("inbox")).toEqual([]);
  await page.getByRole("listitem").filter({ hasText: "Archived “old offer”" }).getByRole("button").first().tap();
  await expect.poll(() => board.titlesIn("inbox")).toEqual(["old offer"]);
});

test("a flick across a card turns the page and changes no task", async ({ boardPage, board }) => {
  const { page } = boardPage;
  await board.addTasks("inbox", "stay here");
  await boardPage.expectTitles("Inbox", ["stay here"]);
  const finger = await Finger.of(page);
  const { x, y } = await middleOf(boardPage.card("stay here"));
  await finger.down({ x: x + 60, y });
  await finger.move({ x: x - 60, y });
  await finger.up();
  await expect(boardPage.column("Next")).toBeInViewport({ ratio: 0.8 });
  expect(await board.titlesIn("inbox")).toEqual(["stay here"]);
});

test("a resting finger lifts a card; at the screen's edge the page turns under it", async ({ boardPage, board }) => {
  const { page } = boardPage;
  await board.addTasks("inbox", "carry me", "stay");
  await board.addTasks("next", "there");
  await boardPage.expectTitles("Inbox", ["carry me", "stay"]);
  const finger = await Finger.of(page);
  const { x, y } = await middleOf(boardPage.card("carry me"));
  await finger.down({ x, y });
  await expect(page.locator("[data-carried]")).toBeVisible();
  await finger.move({ x: 350, y });
  // Looked at often: a finger that stays at the edge turns on.
  await expect
    .poll(async () => (await boardPage.column("Next").boundingBox())?.x, { intervals: [30] })
    .toBeLessThan(60);
  await finger.move({ x: 180, y: 400 });
  await finger.up();
  await expect.poll(() => board.titlesIn("next")).toEqual(["there", "carry me"]);
  expect(await board.titlesIn("inbox")).toEqual(["stay"]);
  await expect(page.locator("[data-carried]")).toHaveCount(0);
});

test("turned on its side and back, the phone looks at the same column", async ({ boardPage }) => {
  const { page } = boardPage;
  await page
    .getByRole("navigation", { name: "Columns of this board" })
    .getByRole("button", { name: /^Waiting/ })
    .tap();
  await expect(boardPage.column("Waiting")).toBeInViewport({ ratio: 0.8 });
  await page.setViewportSize({ width: 740, height: 360 });
  await expect(boardPage.column("Waiting")).toBeInViewport({ ratio: 0.8 });
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(boardPage.column("Waiting")).toBeInViewport({ ratio: 0.8 });
});

test("every target of board, boards and task is a thumb wide, in the dense setting too", async ({
  boardPage,
  board,
  context,
}) => {
  const { page } = boardPage;
  await board.addTasks("inbox", "one");
  await context.addCookies([{ name: "kanban-density", value: "compact", domain: "localhost", path: "/" }]);
  for (const path of [`/boards/${board.id}`, "/boards", "/sign-up"]) {
    await page.goto(path);
    await expect(page.getByRole("heading").first()).toBeAttached();
    if (path.endsWith(board.id)) await expect(boardPage.card("one")).toBeVisible();
    expect(await page.evaluate(smallTargets), path).toEqual([]);
  }
});

/** Targets below 44 px, but for links inside a sentence or a card (which is the target itself). */
function smallTargets(): string[] {
  const all = [...document.querySelectorAll<HTMLElement>("button, a[href], input, select, textarea, article")];
  return all.flatMap((element) => {
    const { width, height } = element.getBoundingClientRect();
    const isInside = element.matches("p a, article a, [aria-hidden] *, .sr-only, .sr-only *");
    if (isInside || !element.checkVisibility()) return [];
    for (let box: Element | null = element; box; box = box.parentElement) {
      if (box.getBoundingClientRect().width <= 1) return [];
    }
    // What a label or a larger link around it covers counts for it.
    const before = getComputedStyle(element, "::before");
    if (element.tagName === "A" && before.position === "absolute") return [];
    return Math.min(width, height) < 43.5
      ? [`${element.tagName} ${element.getAttribute("aria-label") ?? element.textContent} ${width}x${height}`]
      : [];
  });
}
