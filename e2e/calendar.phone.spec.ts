import { expectAccessible } from "./fixtures/axe.ts";
import { expect, test } from "./fixtures/test.ts";

test("on a phone the calendar is an agenda of the days that have tasks", async ({ boardPage, board }) => {
  const { page } = boardPage;
  const [taskId] = await board.addTasks("next", "tax");
  await board.client.mutate("task.update", { boardId: board.id, taskId, dueAt: "2027-02-27" });
  await page.goto(`/boards/${board.id}?view=calendar&day=2027-01-10`);
  await expect(page.getByText("Nothing is due in these days.")).toBeVisible();
  await page.getByRole("button", { name: "Month after" }).tap();
  await expect(page.getByRole("region", { name: /27 February$/ }).getByRole("link", { name: "tax" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expectAccessible(page);
  await page.getByRole("link", { name: "tax" }).tap();
  await expect(page.getByRole("dialog", { name: "Task: tax" })).toBeVisible();
});
