import { expectAccessible } from "./fixtures/axe.ts";
import { expect, test } from "./fixtures/test.ts";

test("a task is lifted, moved, dropped and taken back by keyboard alone, and every step is said", async ({
  boardPage,
  board,
}) => {
  const { page, announcements } = boardPage;
  await board.addTasks("inbox", "one", "two");
  await board.addTasks("next", "three");
  await boardPage.expectTitles("Inbox", ["one", "two"]);
  await boardPage.expectTitles("Next", ["three"]);

  await boardPage.card("one").focus();
  await page.keyboard.press("Space");
  await expect(announcements).toHaveText(/^Lifted one, position 1 of 2 in Inbox\./);
  await page.keyboard.press("ArrowRight");
  await expect(announcements).toHaveText("Held at position 1 of 2 in Next");
  await page.keyboard.press("ArrowDown");
  await expect(announcements).toHaveText("Held at position 2 of 2 in Next");
  await page.keyboard.press("Space");
  await expect(announcements).toHaveText("Dropped one at position 2 of 2 in Next");
  await expect(boardPage.card("one")).toBeFocused();
  await boardPage.expectTitles("Next", ["three", "one"]);
  await expect.poll(() => board.titlesIn("next")).toEqual(["three", "one"]);

  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Escape");
  await expect(announcements).toHaveText("Cancelled. one is back at position 2 of 2 in Next");
  await expect(boardPage.card("one")).toBeFocused();
  await boardPage.expectTitles("Next", ["three", "one"]);
  expect(await board.titlesIn("inbox")).toEqual(["two"]);
});

test("Tab reaches one card of the board, arrows walk from there, Shift with arrows moves", async ({
  boardPage,
  board,
}) => {
  const { page } = boardPage;
  await board.addTasks("inbox", "one", "two", "three");
  await boardPage.expectTitles("Inbox", ["one", "two", "three"]);
  await boardPage.card("one").focus();
  await page.keyboard.press("ArrowDown");
  await expect(boardPage.card("two")).toBeFocused();
  await page.keyboard.press("Shift+ArrowUp");
  await boardPage.expectTitles("Inbox", ["two", "one", "three"]);
  await expect(boardPage.card("two")).toBeFocused();
  await page.keyboard.press("Shift+ArrowRight");
  await boardPage.expectTitles("Next", ["two"]);
  await expect(boardPage.card("two")).toBeFocused();
  await expect.poll(() => board.titlesIn("next")).toEqual(["two"]);
});

test("the whole way from capture to done needs no mouse", async ({ boardPage, board }) => {
  const { page } = boardPage;
  await expect(boardPage.connection).toHaveText("Live");
  await page.locator("body").press("c");
  const capture = page.getByRole("dialog", { name: "Capture" });
  await expect(capture.getByLabel("What is on your mind?")).toBeFocused();
  await page.keyboard.type("buy stamps");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await boardPage.expectTitles("Inbox", ["buy stamps"]);
  await boardPage.card("buy stamps").focus();
  await page.keyboard.press("m");
  const move = page.getByRole("dialog", { name: "Move to…" });
  await expect(move).toBeVisible();
  await expectAccessible(page);
  await move.getByLabel("Column").selectOption({ label: "Done" });
  await move.getByRole("button", { name: "Move", exact: true }).press("Enter");
  await expect(move).toBeHidden();
  await boardPage.expectTitles("Done", ["buy stamps"]);
  await expect(boardPage.card("buy stamps")).toBeFocused();
  await expect.poll(() => board.titlesIn("done")).toEqual(["buy stamps"]);
});

test("? shows every key, and keys do nothing while something is typed", async ({ boardPage }) => {
  const { page } = boardPage;
  await page.locator("body").press("?");
  const sheet = page.getByRole("dialog", { name: /keyboard/i });
  await expect(sheet).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();

  await boardPage.add("Inbox");
  const field = page.getByRole("textbox", { name: "New task in Inbox" });
  await field.pressSequentially("c? e m n");
  await expect(field).toHaveValue("c? e m n");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await boardPage.column("Inbox").getByRole("button", { name: "Add a task to Inbox" }).click();
  await expect(field).toHaveValue("c? e m n");
});
