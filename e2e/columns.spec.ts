import { expectAccessible } from "./fixtures/axe.ts";
import { expect, test } from "./fixtures/test.ts";
import { BoardPage } from "./pages/board-page.ts";

test("a column is renamed in place; Esc keeps the old name", async ({ boardPage, board }) => {
  const { page } = boardPage;
  await boardPage.column("Someday").getByRole("button", { name: "Someday", exact: true }).click();
  await page.getByRole("textbox", { name: "Column name" }).fill("Maybe");
  await page.keyboard.press("Escape");
  await expect(boardPage.column("Someday")).toBeVisible();
  await boardPage.column("Someday").getByRole("button", { name: "Someday", exact: true }).click();
  const field = page.getByRole("textbox", { name: "Column name" });
  await field.fill("Maybe");
  // Keys of an input method that is still converting, and the Enter Safari sends after it.
  const key = { bubbles: true, cancelable: true };
  await field.dispatchEvent("keydown", { ...key, key: "Escape", isComposing: true });
  await field.dispatchEvent("keydown", { ...key, key: "Enter", keyCode: 229 });
  await expect(field).toHaveValue("Maybe");
  await page.keyboard.press("Enter");
  await expect(boardPage.column("Maybe")).toBeVisible();
  await expect.poll(async () => (await board.snapshot()).columns.map(({ name }) => name)).toContain("Maybe");
});

test("a WIP limit is set, shown, and holds", async ({ boardPage, board }) => {
  const { page } = boardPage;
  await board.addTasks("waiting", "parcel");
  await board.addTasks("next", "letter");
  await boardPage.expectTitles("Next", ["letter"]);
  await page.getByRole("button", { name: "Menu of column Waiting" }).click();
  await page.getByRole("menuitem", { name: "Set WIP limit…" }).click();
  const dialog = page.getByRole("dialog", { name: "WIP limit of Waiting" });
  await dialog.getByLabel("Tasks").fill("1");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(boardPage.column("Waiting")).toHaveAccessibleName("Waiting, 1 of 1, full");
  await boardPage.card("letter").focus();
  await page.keyboard.press("m");
  const move = page.getByRole("dialog", { name: "Move to…" });
  await move.getByLabel("Column").selectOption({ label: "Waiting" });
  await move.getByRole("button", { name: "Move", exact: true }).click();
  await expect(page.getByText(/^Waiting is full/).first()).toBeVisible();
  await boardPage.expectTitles("Waiting", ["parcel"]);
  await boardPage.expectTitles("Next", ["letter"]);
});

test("a board that asks lets a task over the limit with a reason", async ({ boardPage, board, client }) => {
  const { page } = boardPage;
  await client.mutate("board.update", { boardId: board.id, wipPolicy: "ask" });
  await board.addTasks("doing", "one", "two", "three");
  await board.addTasks("next", "urgent");
  await boardPage.expectTitles("Next", ["urgent"]);
  await boardPage.expectTitles("Doing", ["one", "two", "three"]);
  await boardPage.drag(boardPage.card("urgent"), boardPage.column("Doing"));
  const dialog = page.getByRole("dialog", { name: "Doing is full" });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Reason").fill("the client is on the phone");
  await dialog.getByRole("button", { name: "Go over" }).click();
  await expect(boardPage.tasksIn("Doing")).toHaveCount(4);
  await expect(boardPage.column("Doing")).toHaveAccessibleName("Doing, 4 of 3, over its limit");
  await expect.poll(() => board.titlesIn("doing")).toHaveLength(4);
});

test("cards are put into an order by mouse within a column", async ({ boardPage, board }) => {
  await board.addTasks("next", "a", "b", "c");
  await boardPage.expectTitles("Next", ["a", "b", "c"]);
  await boardPage.drag(boardPage.card("a"), boardPage.card("c"));
  await expect.poll(() => board.titlesIn("next")).not.toEqual(["a", "b", "c"]);
  await boardPage.expectTitles("Next", await board.titlesIn("next"));
});

test("several pasted lines become several tasks, when asked", async ({ boardPage, board }) => {
  const { page } = boardPage;
  await boardPage.add("Inbox");
  await page.getByRole("textbox", { name: "New task in Inbox" }).evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "bread\nbutter\njam");
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(page.getByText("Create 3 tasks?")).toBeVisible();
  await page.getByRole("button", { name: "Create 3 tasks" }).click();
  await boardPage.expectTitles("Inbox", ["bread", "butter", "jam"]);
  await expect.poll(() => board.titlesIn("inbox")).toEqual(["bread", "butter", "jam"]);
});

test("a long column shows its cards as soon as it opens, and only those near the window", async ({
  board,
  client,
  openBrowserOf,
}) => {
  const titles = Array.from({ length: 90 }, (_, index) => `task ${index + 1}`);
  await board.addTasks("next", ...titles);
  // One that has never seen the board: nothing comes later that would draw it once more.
  const boardPage = new BoardPage(await openBrowserOf(client.person));
  await boardPage.open(board.id);
  await expect(boardPage.card("task 1")).toBeVisible();
  const drawn = await boardPage.tasksIn("Next").count();
  expect(drawn).toBeGreaterThan(5);
  expect(drawn).toBeLessThan(titles.length);
  await boardPage.card("task 1").focus();
  await boardPage.page.keyboard.press("End");
  await expect(boardPage.card("task 90")).toBeVisible();
});
