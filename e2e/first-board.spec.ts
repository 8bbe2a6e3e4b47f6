import { randomUUID } from "node:crypto";
import { expectAccessible } from "./fixtures/axe.ts";
import { expect, test } from "./fixtures/test.ts";
import { BoardPage } from "./pages/board-page.ts";
import { TaskPanel } from "./pages/task-panel.ts";

test("from sign-up over a captured thought and its hint to a finished task", async ({ page }) => {
  // The longest journey, with three looks of axe: on a busy machine more than the usual limit.
  test.setTimeout(120_000);
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill("Vera");
  await page.getByLabel("Email").fill(`${randomUUID()}@example.test`);
  await page.getByLabel("Password").fill("an honest long sentence");
  await page.getByRole("button", { name: "Create account" }).click();

  await page.getByRole("main").getByRole("button", { name: "New board" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Home");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Create board" }).click();

  const board = new BoardPage(page);
  for (const column of ["Inbox", "Next", "Doing", "Waiting", "Someday", "Done"])
    await expect(board.column(column)).toBeVisible();
  await expectAccessible(page);

  // Quick add would read the date; the backslash keeps the words, for the worker to find.
  await board.add("Inbox", "call the dentist \\tomorrow 3pm", "water the plants", "read the contract", "write to Ada");
  await expect(board.tasksIn("Inbox")).toHaveCount(4);

  // The worker reads the words, proposes, and the open board shows it without being asked.
  await expect(board.card("call the dentist tomorrow 3pm").getByText("1 hint")).toBeAttached({ timeout: 15_000 });
  await board.card("call the dentist tomorrow 3pm").getByRole("link").click();
  const task = new TaskPanel(page);
  await expect(task.hints.getByText("tomorrow 3pm")).toBeVisible();
  await expectAccessible(page);
  await task.hints.getByRole("button", { name: "Apply hint" }).click();
  await expect(task.field("Due")).toContainText(/15:00|3:00/);
  await task.close();
  await expect(
    board
      .card("call the dentist tomorrow 3pm")
      .getByText(/tomorrow/i)
      .last(),
  ).toBeVisible();

  await board.drag(board.card("call the dentist tomorrow 3pm"), board.column("Doing"));
  await board.expectTitles("Doing", ["call the dentist tomorrow 3pm"]);
  for (const title of ["water the plants", "read the contract"]) {
    await board.drag(board.card(title), board.column("Doing"));
    await expect(board.tasksIn("Doing").filter({ hasText: title })).toBeVisible();
  }
  await expect(board.column("Doing")).toHaveAccessibleName("Doing, 3 of 3, full");

  await board.drag(board.card("write to Ada"), board.column("Doing"));
  await expect(page.getByText(/^Doing is full/).first()).toBeVisible();
  await board.expectTitles("Inbox", ["write to Ada"]);
  await expect(board.tasksIn("Doing")).toHaveCount(3);

  await board.drag(board.card("call the dentist tomorrow 3pm"), board.column("Done"));
  await board.expectTitles("Done", ["call the dentist tomorrow 3pm"]);
  await expect(board.column("Doing")).toHaveAccessibleName("Doing, 2 of 3");
  await expect(board.connection).toHaveText("Live");
  await page.reload();
  await board.expectTitles("Done", ["call the dentist tomorrow 3pm"]);
  await expect(board.tasksIn("Doing")).toHaveCount(2);
});

test("a hint can be dismissed, and stays away", async ({ boardPage, board }) => {
  const { page } = boardPage;
  await board.addTasks("inbox", "pay the rent next friday");
  const card = boardPage.card("pay the rent next friday");
  await expect(card.getByText("1 hint")).toBeAttached({ timeout: 15_000 });
  await card.getByRole("link").click();
  const task = new TaskPanel(page);
  await task.hints.getByRole("button", { name: "Dismiss hint" }).click();
  await expect(task.hints).toBeHidden();
  await task.close();
  await expect(card.getByText("1 hint")).toHaveCount(0);
  await expect.poll(async () => (await board.snapshot()).tasks[0]?.hintCount).toBe(0);
  expect((await board.snapshot()).tasks[0]?.dueAt).toBeNull();
});
