import { expectAccessible } from "./fixtures/axe.ts";
import { expect, test } from "./fixtures/test.ts";

test("with a thumb: filter, see what is left, clear", async ({ boardPage, board }) => {
  const { page } = boardPage;
  const [first] = await board.addTasks("inbox", "post the letter", "water the plants");
  await board.client.mutate("task.update", { boardId: board.id, taskId: first, priority: "high" });
  await expect(boardPage.tasksIn("Inbox")).toHaveCount(2);
  await page.getByRole("button", { name: "Filter", exact: true }).tap();
  await page.getByRole("combobox", { name: "Filter by…" }).fill("high");
  await page.getByRole("option", { name: "High", exact: true }).tap();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await boardPage.expectTitles("Inbox", ["post the letter"]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Clear filter" }).tap();
  await expect(boardPage.tasksIn("Inbox")).toHaveCount(2);
});
