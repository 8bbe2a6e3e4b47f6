import { expectAccessible } from "./fixtures/axe.ts";
import { expect, test } from "./fixtures/test.ts";
import { TaskPanel } from "./pages/task-panel.ts";

const notes = "Before the move:\n\n- call the movers\n- cancel the internet\n- read the meters\n";

test("hints are edited, applied one by one or all at once by keyboard, and taken back in one step", async ({
  boardPage,
  board,
}) => {
  const { page } = boardPage;
  const [taskId] = await board.addTasks("inbox", "move house on 2 June 2031");
  await board.client.mutate("task.update", { boardId: board.id, taskId, notes });
  const card = boardPage.card("move house on 2 June 2031");
  await expect(card.getByText("2 hints")).toBeAttached({ timeout: 15_000 });
  await card.getByRole("link").click();
  const task = new TaskPanel(page);
  await expect(task.hints.getByText("call the movers").first()).toBeVisible();
  await expectAccessible(page);

  await task.hints.getByRole("button", { name: /^Edit hint: call the movers/ }).click();
  const field = task.hints.getByLabel("Checklist, edited");
  await field.fill("call the movers\nread all meters");
  // An input method takes back a conversion.
  await field.dispatchEvent("compositionstart");
  await field.dispatchEvent("keydown", { key: "Escape", isComposing: true, bubbles: true, cancelable: true });
  await field.dispatchEvent("compositionend");
  await expect(field).toHaveValue("call the movers\nread all meters");
  await expectAccessible(page);
  await field.press("Control+Enter");
  await expect(task.checklist.getByRole("listitem")).toHaveCount(2);
  await expect(task.checklist.getByText("read all meters")).toBeVisible();
  await expect(task.root.getByRole("heading", { name: "1 hint" })).toBeVisible();

  await task.root.focus();
  await page.keyboard.press("z");
  await expect(task.checklist.getByText("read all meters")).toBeHidden();
  await expect(task.root.getByRole("heading", { name: "2 hints" })).toBeVisible();

  await page.keyboard.press("Shift+Y");
  await expect(task.checklist.getByRole("listitem")).toHaveCount(3);
  await expect(task.field("Due")).toContainText("2031");
  await expect(task.hints).toBeHidden();
  await page.keyboard.press("z");
  await expect(task.field("Due")).not.toContainText(/2031$/);
  await expect(task.root.getByRole("heading", { name: "2 hints" })).toBeVisible();
});

test("a kind of hint is switched off in the board's settings, and goes from its tasks", async ({
  boardPage,
  board,
}) => {
  const { page } = boardPage;
  await board.addTasks("inbox", "pay the rent on 1 March 2031");
  const card = boardPage.card("pay the rent on 1 March 2031");
  await expect(card.getByText("1 hint")).toBeAttached({ timeout: 15_000 });
  await page.getByRole("button", { name: "Board menu" }).click();
  await page.getByRole("menuitem", { name: "Board settings…" }).click();
  const dialog = page.getByRole("dialog", { name: "Board settings" });
  await expectAccessible(page);
  await dialog.getByRole("checkbox", { name: "Due date" }).uncheck();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(card.getByText("1 hint")).toHaveCount(0);
  expect((await board.snapshot()).board.hints).toMatchObject({ isOn: true, off: ["due-date"] });
});
