import { expectAccessible } from "./fixtures/axe.ts";
import { expect, test } from "./fixtures/test.ts";
import { TaskPanel } from "./pages/task-panel.ts";

test("a task opens over the board at its own address; Back closes it, and the address opens it again", async ({
  boardPage,
  board,
}) => {
  const { page } = boardPage;
  await board.addTasks("inbox", "renew the passport");
  await boardPage.card("renew the passport").getByRole("link").click();
  const panel = new TaskPanel(page);
  await expect(panel.root).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/boards/${board.id}/tasks/1-renew-the-passport$`));
  await expect(page.getByRole("region", { name: /^Inbox, /, includeHidden: true })).toBeVisible();
  await expectAccessible(page);
  await page.goBack();
  await expect(panel.root).toBeHidden();
  await expect(page).toHaveURL(new RegExp(`/boards/${board.id}$`));

  await page.goto(`/boards/${board.id}/tasks/1`);
  await expect(panel.root).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel.root).toBeHidden();
  await expect(boardPage.column("Inbox")).toBeVisible();
});

test("the title is changed in place and shows on the card", async ({ boardPage, board }) => {
  const { page } = boardPage;
  await board.addTasks("inbox", "renew pasport");
  await boardPage.card("renew pasport").getByRole("link").click();
  const panel = new TaskPanel(page);
  const title = panel.root.getByRole("textbox", { name: "Title" });
  await title.fill("renew the passport");
  await title.press("Enter");
  await expect.poll(() => board.titlesIn("inbox")).toEqual(["renew the passport"]);
  await panel.close();
  await boardPage.expectTitles("Inbox", ["renew the passport"]);
});

test("a checklist is written with Enter after Enter, ticked, and counted on the card", async ({ boardPage, board }) => {
  const { page } = boardPage;
  await board.addTasks("inbox", "pack");
  await boardPage.card("pack").getByRole("link").click();
  const panel = new TaskPanel(page);
  const add = panel.root.getByRole("textbox", { name: "Add an item" });
  for (const item of ["tent", "stove", "map"]) {
    await add.fill(item);
    await add.press("Enter");
  }
  const itemText = (text: string) => panel.root.getByRole("textbox", { name: `Text of “${text}”` });
  await itemText("stove").fill("gas stove");
  await itemText("stove").press("Enter");
  await expect(itemText("map")).toBeFocused();
  await expect(itemText("gas stove")).toBeVisible();
  await panel.root.focus();
  await page.keyboard.press("z");
  await expect(itemText("stove")).toBeVisible();
  const toast = (text: string) => page.getByRole("listitem").filter({ hasText: text });
  // Told when the server has done it; told later, it would lie on the ones below.
  await expect(toast("Undone: change of a checklist item")).toBeVisible();

  await panel.root.getByRole("button", { name: "Remove “stove”" }).click();
  await panel.root.getByRole("button", { name: "Remove “tent”" }).click();
  // Toasts lie on each other until the pointer comes.
  await toast("Removed “tent”").hover();
  await toast("Removed “stove”").getByRole("button", { name: "Undo" }).click();
  await expect(itemText("stove")).toBeVisible();
  await panel.root.focus();
  await page.keyboard.press("z");
  await expect(panel.checklist.getByRole("textbox", { name: /^Text of/ })).toHaveText(["tent", "stove", "map"]);
  await panel.root.getByRole("checkbox", { name: "Done: stove" }).click();
  await expect(panel.checklist).toHaveAccessibleName("Checklist 1 of 3 done");
  await expectAccessible(page);
  await panel.close();
  await expect(boardPage.card("pack").getByText("1/3")).toBeVisible();
  await expect
    .poll(async () => (await board.snapshot()).tasks[0])
    .toMatchObject({ checklistTotal: 3, checklistDone: 1 });
});

test("notes are kept as they are typed", async ({ boardPage, board, client }) => {
  const { page } = boardPage;
  const [taskId] = await board.addTasks("inbox", "plan the trip");
  await boardPage.card("plan the trip").getByRole("link").click();
  const panel = new TaskPanel(page);
  await panel.root.getByRole("button", { name: "Add notes" }).click();
  await panel.root.getByRole("textbox", { name: "Notes" }).fill("# Route\n\n- north\n- **south**");
  await page.keyboard.press("Escape");
  await expect(panel.root.getByRole("heading", { name: "Route" })).toBeVisible();
  await expect(panel.root.getByRole("listitem").filter({ hasText: "north" })).toBeVisible();
  await expect
    .poll(() => client.query("task.get", { boardId: board.id, taskId }))
    .toMatchObject({ detail: { notes: "# Route\n\n- north\n- **south**" } });

  // Beyond the limit nothing is saved: the text stays in its field until it fits.
  const field = panel.root.getByRole("textbox", { name: "Notes" });
  const tooLong = "north ".repeat(20_000);
  await panel.root.getByRole("button", { name: "Edit notes" }).click();
  await field.fill(tooLong);
  await page.keyboard.press("Escape");
  await panel.root.getByRole("textbox", { name: "Title" }).focus();
  await expect(field).toHaveValue(tooLong);
  await expect(panel.root.getByText("Notes hold at most 100,000 characters.")).toBeVisible();
  await field.fill("north");
  await page.keyboard.press("Escape");
  await expect
    .poll(() => client.query("task.get", { boardId: board.id, taskId }))
    .toMatchObject({ detail: { notes: "north" } });
});
