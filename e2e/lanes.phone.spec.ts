import { randomUUID } from "node:crypto";
import { expectAccessible } from "./fixtures/axe.ts";
import { expect, test } from "./fixtures/test.ts";

test("on a phone lanes stand below each other, one column at a time", async ({ boardPage, board }) => {
  const { page } = boardPage;
  const [plants] = await board.addTasks("inbox", "water the plants", "post the letter");
  const contextId = randomUUID();
  await board.client.mutate("context.create", { boardId: board.id, contextId, name: "home" });
  await board.client.mutate("task.update", { boardId: board.id, taskId: plants, contextIds: [contextId] });
  await page.goto(`/boards/${board.id}?group=context`);
  await expect(page.getByRole("region", { name: "@home, 1 task" }).getByText("water the plants")).toBeVisible();
  await expect(page.getByRole("region", { name: "No context, 1 task" }).getByText("post the letter")).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole("button", { name: "Add a task to Inbox, @home" }).tap();
  await page.getByRole("textbox", { name: "New task in Inbox, @home" }).fill("sweep the floor");
  await expect(page.getByRole("button", { name: "Remove context home" })).toBeVisible();
  await page.getByRole("button", { name: "Add", exact: true }).tap();
  await expect(page.getByRole("region", { name: "@home, 2 tasks" }).getByText("sweep the floor")).toBeVisible();
  await page.getByRole("button", { name: "Close", exact: true }).tap();
  await page.getByRole("navigation", { name: "Columns of this board" }).getByRole("button", { name: /^Next/ }).tap();
  await expect(page.getByRole("heading", { name: "Next" })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole("heading", { name: /^@home/ })).toBeInViewport();
});
