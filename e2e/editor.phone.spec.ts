import { expectAccessible } from "./fixtures/axe.ts";
import { expect, test } from "./fixtures/test.ts";
import { TaskPanel } from "./pages/task-panel.ts";

test("with a thumb: notes are written with the toolbar and their boxes ticked", async ({ boardPage, board }) => {
  const { page } = boardPage;
  await board.addTasks("inbox", "pack");
  await page.goto(`/boards/${board.id}/tasks/1`);
  const panel = new TaskPanel(page);
  await panel.notes.getByRole("button", { name: "Add notes" }).tap();
  const bold = panel.notes.getByRole("button", { name: "Bold" });
  expect((await bold.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await panel.notes.getByRole("button", { name: "Task list" }).tap();
  await panel.notes.getByRole("textbox", { name: "Notes" }).pressSequentially("tent");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expectAccessible(page);
  await panel.notes.getByRole("button", { name: "Done" }).tap();
  await panel.notes.getByRole("checkbox", { name: "Done: tent" }).tap();
  await expect(panel.notes.getByRole("checkbox", { name: "Done: tent" })).toBeChecked();
});
