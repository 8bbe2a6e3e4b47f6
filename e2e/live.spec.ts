import { expect, test } from "./fixtures/test.ts";
import { BoardPage } from "./pages/board-page.ts";

test("a second browser sees a new task, its move, its new name and its end as they happen", async ({
  boardPage,
  board,
  client,
  openBrowserOf,
}) => {
  const second = new BoardPage(await openBrowserOf(client.person));
  await second.open(board.id);
  await expect(second.connection).toHaveText("Live");

  await boardPage.add("Inbox", "buy milk");
  await second.expectTitles("Inbox", ["buy milk"]);

  await boardPage.drag(boardPage.card("buy milk"), boardPage.column("Next"));
  await second.expectTitles("Next", ["buy milk"]);
  await second.expectTitles("Inbox", []);

  const task = (await board.snapshot()).tasks[0];
  await client.mutate("task.update", { boardId: board.id, taskId: task?.id, title: "buy oat milk" });
  await boardPage.expectTitles("Next", ["buy oat milk"]);
  await second.expectTitles("Next", ["buy oat milk"]);

  const menu = await second.openCardMenu("buy oat milk");
  await menu.getByRole("menuitem", { name: "Archive" }).click();
  await boardPage.expectTitles("Next", []);
});

test("another's change arrives while something is typed, and the text stays", async ({ boardPage, board }) => {
  await boardPage.add("Inbox", "first");
  // Shown at once, sent a moment later: whoever reaches the server first stands first.
  await expect.poll(() => board.titlesIn("inbox")).toEqual(["first"]);
  const field = boardPage.page.getByRole("textbox", { name: "New task in Inbox" });
  await field.fill("half a thou");
  await board.addTasks("inbox", "from elsewhere");
  await boardPage.expectTitles("Inbox", ["first", "from elsewhere"]);
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("half a thou");
});

test("a stale tab's move lands where its neighbours are now", async ({ board, client, openBrowserOf, guard }) => {
  guard.allow(/Failed to load resource|ERR_FAILED/);
  const [a, b, c] = await board.addTasks("next", "a", "b", "c", "d");
  const columnId = await board.columnId("next");
  const page = await openBrowserOf(client.person);
  // No news reaches this tab, so it acts on what it saw first.
  const news = /\/api\/trpc\/[^?]*(sync\.stream|board\.delta)/;
  await page.route(news, (route) => route.abort());
  const stale = new BoardPage(page);
  await stale.open(board.id);
  await stale.expectTitles("Next", ["a", "b", "c", "d"]);
  await client.mutate("task.move", { boardId: board.id, taskId: c, toColumnId: columnId, beforeId: a });
  await client.mutate("task.move", { boardId: board.id, taskId: b, toColumnId: columnId, beforeId: c });
  expect(await board.titlesIn("next")).toEqual(["b", "c", "a", "d"]);
  await stale.card("d").focus();
  await page.keyboard.press("Shift+ArrowUp");
  await stale.expectTitles("Next", ["a", "b", "d", "c"]);
  // It meant "after b": that is where it goes.
  await expect.poll(() => board.titlesIn("next"), { timeout: 20_000 }).toEqual(["b", "d", "c", "a"]);
  await page.unroute(news);
  await stale.expectTitles("Next", ["b", "d", "c", "a"]);
});
