import { randomUUID } from "node:crypto";
import { expectAccessible } from "./fixtures/axe.ts";
import { expect, test } from "./fixtures/test.ts";

test("with a thumb: the views and the filter come up from the foot, pills count what is shown", async ({
  boardPage,
  board,
}) => {
  const { page } = boardPage;
  const [letter] = await board.addTasks("inbox", "post the letter", "water the plants");
  await board.client.mutate("task.update", { boardId: board.id, taskId: letter, priority: "high" });
  const look = { filter: "priority=high", layout: "board", grouping: null };
  await board.client.mutate("view.create", { boardId: board.id, viewId: randomUUID(), name: "Urgent", ...look });
  await expect(boardPage.tasksIn("Inbox")).toHaveCount(2);
  await page.getByRole("button", { name: "Views" }).tap();
  const panel = page.getByRole("dialog", { name: "Saved views" });
  await expect(panel.getByRole("button", { name: "Urgent" })).toBeInViewport({ ratio: 1 });
  const box = await panel.boundingBox();
  expect(box?.width).toBe(360);
  expect(Math.round((box?.y ?? 0) + (box?.height ?? 0))).toBe(page.viewportSize()?.height);
  await expectAccessible(page);
  await panel.getByRole("button", { name: "Urgent" }).tap();
  await boardPage.expectTitles("Inbox", ["post the letter"]);
  await expect(page.getByRole("navigation").getByRole("button", { name: "Inbox 1 of 2" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  await page.getByRole("button", { name: "Filter", exact: true }).tap();
  const sheet = page.getByRole("dialog", { name: "Filter", exact: true });
  await expect(sheet.getByRole("option", { name: "Low", exact: true })).toBeVisible();
  expect((await sheet.boundingBox())?.width).toBe(360);
  await expectAccessible(page);
});
