import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./fixtures/axe.ts";
import type { TestBoard } from "./fixtures/api-client.ts";
import { fillLargeBoard, nthTitle } from "./fixtures/large-board.ts";
import { expect, test as base } from "./fixtures/test.ts";
import { BoardPage } from "./pages/board-page.ts";

/* A board of 5,000 tasks must be handled like one of a hundred: most of its cards are not in the page. */

const count = 5_000;

const test = base.extend<{ large: BoardPage }>({
  large: async ({ signedInPage, board }, use, testInfo) => {
    await fillLargeBoard(board, count, testInfo);
    await signedInPage.setViewportSize({ width: 1360, height: 900 });
    const large = new BoardPage(signedInPage);
    await large.open(board.id);
    await expect(large.card(nthTitle(1))).toBeVisible();
    // Dragging is fetched right after the first picture.
    await expect(large.card(nthTitle(1))).toHaveAttribute("draggable", "true");
    await use(large);
  },
});

const scrollerOf = (column: Locator) =>
  column
    .locator("div")
    .filter({ has: column.page().getByRole("list") })
    .last();

/** Takes a card into the mouse's hand; the hand is then over the card. */
async function take(page: Page, card: Locator): Promise<void> {
  const box = (await card.boundingBox())!;
  await page.mouse.move(box.x + 60, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + 70, box.y + 24, { steps: 4 });
}

/** Holds still where it is until `isEnough`: a mouse that does not move sends no events, so it trembles. */
async function holdAt(page: Page, x: number, y: number, isEnough: () => Promise<boolean>): Promise<void> {
  await page.mouse.move(x, y, { steps: 6 });
  let tremble = 0;
  await expect
    .poll(async () => {
      tremble = 1 - tremble;
      await page.mouse.move(x + tremble, y);
      return isEnough();
    })
    .toBe(true);
}

const pause = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

async function placeOf(board: TestBoard, title: string): Promise<{ column: string; index: number; of: number }> {
  const { columns, tasks } = await board.snapshot();
  const task = tasks.find((candidate) => candidate.title === title)!;
  const inColumn = tasks
    .filter(({ columnId }) => columnId === task.columnId)
    .sort((a, b) => (a.rank < b.rank ? -1 : 1));
  const column = columns.find(({ id }) => id === task.columnId)!.name;
  return { column, index: inColumn.indexOf(task), of: inColumn.length };
}

test("a card is dragged into the depth of another long column, which scrolls under it while the board stands", async ({
  large,
  board,
}) => {
  const { page } = large;
  const next = large.column("Next");
  const list = scrollerOf(next);
  const box = (await list.boundingBox())!;
  await take(page, large.card(nthTitle(6)));
  await holdAt(page, box.x + 120, box.y + box.height - 6, async () => {
    return (await list.evaluate((element) => element.scrollTop)) > 2_500;
  });
  expect(await page.locator("#board-columns").evaluate((element) => element.scrollLeft)).toBe(0);
  await page.mouse.move(box.x + 120, box.y + box.height / 2, { steps: 8 });
  await pause(page);
  await page.mouse.move(box.x + 121, box.y + box.height / 2, { steps: 2 });
  await page.mouse.up();
  await expect(large.card(nthTitle(6))).toBeVisible();
  await expect(next.getByRole("article", { name: nthTitle(6), exact: true })).toHaveCount(1);
  await expect.poll(async () => (await placeOf(board, nthTitle(6))).column).toBe("Next");
  const { index, of } = await placeOf(board, nthTitle(6));
  expect(of).toBe(count / 5 + 1);
  expect(index).toBeGreaterThan(25);
});

test("the board scrolls at its right edge, and the card lands in a column that was off the screen", async ({
  large,
  board,
}) => {
  const { page } = large;
  const columns = page.locator("#board-columns");
  const box = (await columns.boundingBox())!;
  await take(page, large.card(nthTitle(1)));
  const y = box.y + box.height / 2;
  await holdAt(page, box.x + box.width - 8, y, () =>
    columns.evaluate((element) => element.scrollLeft + element.clientWidth >= element.scrollWidth - 2),
  );
  const done = (await large.column("Done").boundingBox())!;
  await page.mouse.move(done.x + 120, y, { steps: 6 });
  await pause(page);
  await page.mouse.move(done.x + 121, y + 1, { steps: 2 });
  await page.mouse.up();
  await expect.poll(async () => (await placeOf(board, nthTitle(1))).column).toBe("Done");
  // And back at the left edge.
  await take(page, large.card(nthTitle(1)));
  await holdAt(page, box.x + 8, y, () => columns.evaluate((element) => element.scrollLeft === 0));
  const inbox = (await large.column("Inbox").boundingBox())!;
  await page.mouse.move(inbox.x + 120, y, { steps: 6 });
  await pause(page);
  await page.mouse.move(inbox.x + 121, y + 1, { steps: 2 });
  await page.mouse.up();
  await expect.poll(async () => (await placeOf(board, nthTitle(1))).column).toBe("Inbox");
});

test("a card reaches the very bottom of a long column by its foot, its top by its head, an empty and a folded one", async ({
  large,
  board,
}) => {
  const { page } = large;
  const next = large.column("Next");
  await large.drag(large.card(nthTitle(1)), next.locator("> button"));
  await expect.poll(() => placeOf(board, nthTitle(1))).toEqual({ column: "Next", index: 1_000, of: 1_001 });
  await scrollerOf(next).evaluate((element) => element.scrollTo({ top: 9_000 }));
  await large.drag(large.card(nthTitle(6)), next.getByRole("heading"));
  await expect.poll(() => placeOf(board, nthTitle(6))).toEqual({ column: "Next", index: 0, of: 1_002 });

  await large.drag(large.card(nthTitle(11)), large.column("Doing"));
  await expect.poll(() => placeOf(board, nthTitle(11))).toEqual({ column: "Doing", index: 0, of: 1 });

  await page.getByRole("button", { name: "Menu of column Waiting" }).click();
  await page.getByRole("menuitem", { name: /Collapse/ }).click();
  await large.drag(large.card(nthTitle(16)), large.column("Waiting"));
  await expect.poll(() => placeOf(board, nthTitle(16))).toEqual({ column: "Waiting", index: 1_000, of: 1_001 });
});

test("a drag survives what others do to the board, even to the dragged card", async ({ large, board }) => {
  const { page } = large;
  const title = nthTitle(6);
  const { tasks } = await board.snapshot();
  const { id } = tasks.find((task) => task.title === title)!;
  await take(page, large.card(title));
  await board.client.mutate("task.update", { boardId: board.id, taskId: id, title: `${title}!` });
  await board.addTasks("inbox", "from somebody else");
  await board.client.mutate("task.move", {
    ...{ boardId: board.id, taskId: id, toColumnId: await board.columnId("next") },
    beforeId: tasks.find((task) => task.title === nthTitle(2))!.id,
  });
  await expect(large.column("Next")).toHaveAccessibleName(/^Next, 1,?001/);
  const doing = (await large.column("Doing").boundingBox())!;
  await page.mouse.move(doing.x + 120, doing.y + 200, { steps: 10 });
  await pause(page);
  await page.mouse.move(doing.x + 121, doing.y + 201, { steps: 2 });
  await page.mouse.up();
  await expect.poll(async () => (await placeOf(board, `${title}!`)).column).toBe("Doing");
  await expect(large.column("Doing").getByRole("article", { name: `${title}!` })).toBeVisible();
});

test("the keyboard goes and moves cards through what is not drawn, and each says its place", async ({
  large,
  board,
}) => {
  const { page } = large;
  const first = large.card(nthTitle(1));
  const item = (title: string) => page.getByRole("listitem").filter({ has: large.card(title) });
  await first.focus();
  await page.keyboard.press("End");
  const last = large.card(nthTitle(count - 4));
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport();
  await expect(item(nthTitle(count - 4))).toHaveAttribute("aria-posinset", "1000");
  await expect(item(nthTitle(count - 4))).toHaveAttribute("aria-setsize", "1000");
  // Sideways at the same height: row 1,000 of a column of which only the top was drawn.
  await page.keyboard.press("ArrowRight");
  await expect(large.card(nthTitle(count - 3))).toBeFocused();
  await expect(large.card(nthTitle(count - 3))).toBeInViewport();
  await page.keyboard.press("ArrowLeft");
  await expect(last).toBeFocused();
  await page.keyboard.press("Shift+ArrowRight");
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport();
  await expect.poll(async () => (await placeOf(board, nthTitle(count - 4))).column).toBe("Next");
  await page.keyboard.press("Shift+ArrowUp");
  await expect(last).toBeFocused();
  await page.keyboard.press("Home");
  await expect(large.card(nthTitle(2))).toBeFocused();
  for (let row = 0; row < 40; row++) await page.keyboard.press("ArrowDown");
  await expect(large.card(nthTitle(2 + 5 * 40))).toBeFocused();
  await expect(large.card(nthTitle(2 + 5 * 40))).toBeInViewport();
  await expectAccessible(page);
});

test("the filter finds what is not drawn, and leaving it keeps the focus in reach", async ({ large }) => {
  const { page } = large;
  await page.getByRole("searchbox", { name: /^Filter/ }).fill("4999:");
  await expect(large.card(nthTitle(4_999))).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(1);
  await page.getByRole("searchbox", { name: /^Filter/ }).press("Escape");
  await expect(large.card(nthTitle(1))).toBeVisible();
});

test("a column keeps its place while a task is opened, and after Back", async ({ large, guard }) => {
  const { page } = large;
  // Tasks written as plain rows have no history to tell.
  guard.allow(/404/);
  const list = scrollerOf(large.column("Next"));
  await list.evaluate((element) => element.scrollTo({ top: 20_000 }));
  const card = large.tasksIn("Next").nth(6);
  await expect(card).toBeInViewport();
  const title = await card.getByRole("link").innerText();
  const before = await list.evaluate((element) => element.scrollTop);
  await card.getByRole("link").click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(large.card(title)).toBeInViewport();
  expect(await list.evaluate((element) => element.scrollTop)).toBe(before);
});
