import { expectAccessible } from "./fixtures/axe.ts";
import { dayFromNow } from "./fixtures/day-from-now.ts";
import { expect, test } from "./fixtures/test.ts";

test("next actions of all boards, for the time and strength one has, are done from one list", async ({
  signedInPage: page,
  board,
  client,
}) => {
  const work = await client.createBoard("Work");
  const [call] = await board.addTasks("next", "call the plumber", "read the long report");
  await board.addTasks("inbox", "not clarified yet");
  const [late] = await work.addTasks("inbox", "pay the invoice");
  const [deferred] = await work.addTasks("next", "plan the spring");
  const contextId = crypto.randomUUID();
  await client.mutate("context.create", { boardId: board.id, contextId, name: "phone" });
  await client.mutate("task.update", {
    boardId: board.id,
    taskId: call,
    estimateMinutes: 10,
    energy: "low",
    contextIds: [contextId],
  });
  await client.mutate("task.update", { boardId: work.id, taskId: late, dueAt: dayFromNow(-3) });
  await client.mutate("task.update", { boardId: work.id, taskId: deferred, deferUntil: dayFromNow(5) });

  await page.goto("/boards");
  await expect(page.getByRole("main").getByRole("link", { name: "Work" })).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("t");
  await expect(page).toHaveURL(/\/today$/);
  const list = page.getByRole("main");
  await expect(list.getByRole("listitem")).toHaveCount(3);
  await expect(list.getByText("3 tasks · 1 overdue")).toBeVisible();
  await expect(list.getByRole("heading", { name: /@phone/ })).toBeVisible();
  await expectAccessible(page);

  await list.getByRole("radio", { name: "≤ 15 min" }).check();
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await expect(list.getByText("1 of 3 tasks")).toBeVisible();
  await expect(page).toHaveURL(/minutes=15/);
  await page.reload();
  await expect(list.getByRole("listitem")).toHaveCount(1);

  await list.getByRole("checkbox", { name: "Done: call the plumber" }).click();
  await expect(list.getByText("Nothing to do here with 15 minutes")).toBeVisible();
  await expect.poll(() => board.titlesIn("done")).toEqual(["call the plumber"]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await expect.poll(() => board.titlesIn("done")).toEqual([]);
  await list.getByRole("checkbox", { name: "Done: call the plumber" }).click();
  await list.getByRole("button", { name: "Show all" }).click();

  await list.getByRole("link", { name: "read the long report" }).hover();
  await list.getByRole("button", { name: "Start read the long report" }).click();
  await expect.poll(() => board.titlesIn("doing")).toEqual(["read the long report"]);
  await expect(list.getByText("Doing", { exact: true })).toBeVisible();
  await list.getByRole("button", { name: "Defer read the long report to tomorrow" }).click();
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await list.getByRole("link", { name: "pay the invoice" }).click();
  await expect(page).toHaveURL(new RegExp(`/boards/${work.id}/tasks/1-`));
});

test("without a network today's list is there and can be worked on", async ({ boardPage, board, guard }) => {
  guard.allow(/ERR_INTERNET_DISCONNECTED|Failed to load resource|Failed to fetch|NetworkError/);
  const { page } = boardPage;
  await board.addTasks("next", "water the garden", "buy bread");
  await boardPage.expectTitles("Next", ["water the garden", "buy bread"]);
  await page.goto("/today");
  const list = page.getByRole("main");
  await expect(list.getByRole("listitem")).toHaveCount(2);
  await expect(page.getByText("Live").first()).toBeVisible();
  await page.context().setOffline(true);
  await list.getByRole("checkbox", { name: "Done: buy bread" }).click();
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await page.context().setOffline(false);
  await expect.poll(() => board.titlesIn("done")).toEqual(["buy bread"]);
});

test("an empty day is calm and says where to go", async ({ signedInPage: page, board }) => {
  await board.addTasks("inbox", "not clarified yet");
  await page.goto("/today");
  await expect(page.getByText("Nothing left for today")).toBeVisible();
  await expectAccessible(page);
});
