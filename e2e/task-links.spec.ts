import { expectAccessible } from "./fixtures/axe.ts";
import { expect, test } from "./fixtures/test.ts";
import { TaskPanel } from "./pages/task-panel.ts";

test("a blocker shows on the card until it is finished, and leads to its task", async ({
  boardPage,
  board,
  client,
}) => {
  const { page } = boardPage;
  const [offers] = await board.addTasks("next", "get offers", "order the pump");
  await boardPage.card("order the pump").getByRole("link").click();
  const panel = new TaskPanel(page);
  await panel.field("Blocked by").click();
  const find = page.getByRole("combobox", { name: "Find a task by number or title" });
  await find.fill("offers");
  await find.press("Enter");
  await page.keyboard.press("Escape");
  const links = panel.root.getByRole("region", { name: "Links" });
  await expect(links.getByRole("link", { name: /get offers/ })).toBeVisible();
  await expectAccessible(page);
  await links.getByRole("link", { name: /get offers/ }).click();
  await expect(page.getByRole("dialog", { name: "Task: get offers" })).toBeVisible();
  await expect(links.getByRole("link", { name: /order the pump/ })).toBeVisible();
  await panel.close();
  await expect(boardPage.card("order the pump")).toContainText("Blocked by 1 open task");
  await expect(boardPage.card("get offers")).not.toContainText("Blocked");

  await client.mutate("task.move", { boardId: board.id, taskId: offers, toColumnId: await board.columnId("done") });
  await expect(boardPage.card("order the pump")).not.toContainText("Blocked");
});

test("a circle of blockers is refused with the reason", async ({ boardPage, board, client }) => {
  const { page } = boardPage;
  const [first, second] = await board.addTasks("next", "first", "second");
  const link = { linkId: crypto.randomUUID(), kind: "blocks", taskId: first, otherTaskId: second };
  await client.mutate("taskLink.create", { boardId: board.id, ...link });
  await expect(boardPage.card("second")).toContainText("Blocked");
  await boardPage.card("first").getByRole("link").click();
  const panel = new TaskPanel(page);
  await panel.field("Blocked by").click();
  const find = page.getByRole("combobox", { name: "Find a task by number or title" });
  await find.fill("second");
  await find.press("Enter");
  await expect(page.getByText(/That would be a circle/).first()).toBeVisible();
  expect((await board.snapshot()).links).toHaveLength(1);
});

test("a checklist item becomes a task and back again", async ({ boardPage, board, client }) => {
  const { page } = boardPage;
  const [taskId] = await board.addTasks("next", "pack", "later");
  const item = { boardId: board.id, taskId, itemId: crypto.randomUUID(), text: "buy a tent" };
  await client.mutate("checklistItem.create", item);
  await boardPage.card("pack").getByRole("link").click();
  const panel = new TaskPanel(page);
  await panel.checklist.getByRole("listitem").hover();
  await panel.checklist.getByRole("button", { name: "Make “buy a tent” a task" }).click();
  await expect.poll(() => board.titlesIn("next")).toEqual(["pack", "buy a tent", "later"]);
  await panel.close();

  await boardPage.card("buy a tent").getByRole("link").click();
  await panel.root.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Make a checklist item of…" }).click();
  const dialog = page.getByRole("dialog", { name: "Make it a checklist item" });
  await dialog.getByRole("textbox", { name: "Find a task by number or title" }).fill("pack");
  await dialog.getByRole("textbox", { name: "Find a task by number or title" }).press("Enter");
  await expect.poll(() => board.titlesIn("next")).toEqual(["pack", "later"]);
  await expect(boardPage.card("pack")).toContainText("0/1");
});
