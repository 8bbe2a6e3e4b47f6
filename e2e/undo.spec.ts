import { expect, test } from "./fixtures/test.ts";

test("acts are undone one by one from the keyboard, also after a reload, and done again", async ({
  boardPage,
  board,
}) => {
  const { page } = boardPage;
  await board.addTasks("next", "first", "second");
  await boardPage.expectTitles("Next", ["first", "second"]);
  await boardPage.card("first").focus();
  await page.keyboard.press("Shift+ArrowRight");
  await boardPage.expectTitles("Doing", ["first"]);
  await boardPage.card("second").focus();
  await page.keyboard.press("e");
  await boardPage.expectTitles("Next", []);
  await expect.poll(() => board.titlesIn("next")).toEqual([]);

  await page.reload();
  await boardPage.expectTitles("Doing", ["first"]);
  await page.keyboard.press("z");
  await boardPage.expectTitles("Next", ["second"]);
  await expect(page.getByText("Undone: archived task")).toBeVisible();
  // Each answer stays, with its own way back.
  await page.getByRole("button", { name: "Redo", exact: true }).click();
  await boardPage.expectTitles("Next", []);
  await expect(page.getByText("Done again: archived task")).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await boardPage.expectTitles("Next", ["second"]);
  await expect(page.getByText("Undone: archived task")).toBeVisible();
  await page.keyboard.press("z");
  await boardPage.expectTitles("Next", ["first", "second"]);
  await expect.poll(() => board.titlesIn("next")).toEqual(["first", "second"]);

  await page.keyboard.press("Shift+Z");
  await page.keyboard.press("Shift+Z");
  await boardPage.expectTitles("Doing", ["first"]);
  await expect.poll(() => board.titlesIn("doing")).toEqual(["first"]);
  await expect.poll(() => board.titlesIn("next")).toEqual([]);
  await page.keyboard.press("Shift+Z");
  await expect(page.getByText("Nothing to redo on this board")).toBeVisible();
});

test("what somebody changed since is not undone, and the reason is said", async ({ boardPage, board, client }) => {
  const { page } = boardPage;
  const [taskId] = await board.addTasks("next", "call the bank");
  await boardPage.expectTitles("Next", ["call the bank"]);
  await boardPage.card("call the bank").focus();
  await page.keyboard.press("Shift+ArrowRight");
  await expect.poll(() => board.titlesIn("doing")).toEqual(["call the bank"]);
  await client.mutate("task.move", { boardId: board.id, taskId, toColumnId: await board.columnId("waiting") });
  await boardPage.expectTitles("Waiting", ["call the bank"]);
  await page.keyboard.press("z");
  await expect(page.getByText(/has changed “call the bank” since, so that is not undone/).first()).toBeVisible();
  await boardPage.expectTitles("Waiting", ["call the bank"]);
});

test("without a network an act is undone at once and stays undone when the network is back", async ({
  boardPage,
  board,
  guard,
}) => {
  guard.allow(/ERR_INTERNET_DISCONNECTED|Failed to load resource|Failed to fetch|NetworkError/);
  const { page } = boardPage;
  await board.addTasks("next", "pack the bags");
  await boardPage.expectTitles("Next", ["pack the bags"]);
  await expect(boardPage.connection).toHaveText("Live");
  await boardPage.untilFetched();
  await page.context().setOffline(true);
  await boardPage.card("pack the bags").focus();
  await page.keyboard.press("Backspace");
  await boardPage.expectTitles("Next", []);
  await page.keyboard.press("z");
  await boardPage.expectTitles("Next", ["pack the bags"]);
  await page.context().setOffline(false);
  await expect(boardPage.connection).toHaveText("Live");
  await expect.poll(() => board.titlesIn("next")).toEqual(["pack the bags"]);
  await boardPage.expectTitles("Next", ["pack the bags"]);
});
