import { expectAccessible } from "./fixtures/axe.ts";
import { TaskPanel } from "./pages/task-panel.ts";
import { expect, test } from "./fixtures/test.ts";

test.beforeEach(({ guard }) =>
  guard.allow(/ERR_INTERNET_DISCONNECTED|Failed to load resource|Failed to fetch|NetworkError/),
);

test("without a network the pill says so, work goes on, and arrives when the network is back", async ({
  boardPage,
  board,
}) => {
  const { page, connection } = boardPage;
  await board.addTasks("next", "pack the bags");
  await expect(connection).toHaveText("Live");
  await boardPage.expectTitles("Next", ["pack the bags"]);

  await boardPage.untilFetched();
  await page.context().setOffline(true);
  await expect(connection).toHaveText(/^Offline/);
  await boardPage.add("Inbox", "written on the train");
  await boardPage.drag(boardPage.card("pack the bags"), boardPage.column("Doing"));
  await expect(boardPage.tasksIn("Doing")).toHaveCount(1);
  await expect(connection).toHaveText("Offline, 2 queued");
  expect(await board.titlesIn("inbox")).toEqual([]);

  await page.context().setOffline(false);
  await expect.poll(() => board.titlesIn("inbox"), { timeout: 20_000 }).toEqual(["written on the train"]);
  await expect.poll(() => board.titlesIn("doing")).toEqual(["pack the bags"]);
  await expect(connection).toHaveText("Live");
  await boardPage.expectTitles("Inbox", ["written on the train"]);
});

test("what was typed without a network survives a closed tab", async ({ boardPage, board }) => {
  const { page } = boardPage;
  const context = page.context();
  await expect(boardPage.connection).toHaveText("Live");
  await boardPage.untilFetched();
  await context.setOffline(true);
  await boardPage.add("Inbox", "thought in a tunnel");
  await expect(boardPage.connection).toHaveText("Offline, 1 queued");
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(`/boards/${board.id}`);
  await expect.poll(() => board.titlesIn("inbox"), { timeout: 20_000 }).toEqual(["thought in a tunnel"]);
  await expect(again.getByRole("article", { name: "thought in a tunnel" })).toHaveCount(1);
});

test("a move the server refuses goes back with its reason", async ({ boardPage, board }) => {
  const { page } = boardPage;
  const [late] = await board.addTasks("next", "late comer");
  await boardPage.expectTitles("Next", ["late comer"]);
  await expect(boardPage.connection).toHaveText("Live");
  await boardPage.untilFetched();
  await page.context().setOffline(true);
  await expect(boardPage.connection).toHaveText(/^Offline/);
  await boardPage.drag(boardPage.card("late comer"), boardPage.column("Doing"));
  await expect(boardPage.tasksIn("Doing")).toHaveCount(1);
  await board.addTasks("doing", "one", "two", "three");
  await page.context().setOffline(false);
  await expect(page.getByText(/^Doing is full/).first()).toBeVisible({ timeout: 20_000 });
  await boardPage.expectTitles("Doing", ["one", "two", "three"]);
  await boardPage.expectTitles("Next", ["late comer"]);
  expect((await board.snapshot()).tasks.find(({ id }) => id === late)?.columnId).toBe(await board.columnId("next"));
});

test("notes written in a tunnel while another wrote them, too, are both there to choose from, and to put together", async ({
  boardPage,
  board,
  client,
}) => {
  const { page } = boardPage;
  const [taskId] = await board.addTasks("inbox", "plan the trip");
  const saved = async () =>
    (await client.query<{ detail: { notes: string } }>("task.get", { boardId: board.id, taskId })).detail.notes;
  await boardPage.card("plan the trip").getByRole("link").click();
  const panel = new TaskPanel(page);
  await panel.root.getByRole("button", { name: "Add notes" }).click();
  await page.context().setOffline(true);
  await panel.notes.getByRole("textbox").fill("By train");
  await panel.notes.getByRole("button", { name: "Done" }).click();
  await client.mutate("task.update", { boardId: board.id, taskId, notes: "By ferry" });
  await page.context().setOffline(false);
  const conflict = panel.root.getByRole("alert", { name: "These notes were changed elsewhere while you were writing" });
  await expect(conflict).toContainText("By train", { timeout: 20_000 });
  await expect(conflict).toContainText("By ferry");
  await expectAccessible(page);
  // Nothing is lost by leaving without an answer.
  await page.reload();
  await expect(conflict).toContainText("By train");
  await conflict.getByRole("button", { name: "Keep both" }).click();
  await expect(conflict).toBeHidden();
  await expect.poll(saved).toBe("By ferry\n\n---\n\nBy train");
});
