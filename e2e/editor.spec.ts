import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./fixtures/axe.ts";
import type { ApiClient, TestBoard } from "./fixtures/api-client.ts";
import { expect, test } from "./fixtures/test.ts";
import { TaskPanel } from "./pages/task-panel.ts";

const editor = (panel: TaskPanel) => panel.notes.getByRole("textbox", { name: "Notes" });

async function openTask(page: Page, board: TestBoard, notes: string): Promise<TaskPanel> {
  const [taskId] = await board.addTasks("next", "compare offers");
  if (notes !== "") await board.client.mutate("task.update", { boardId: board.id, taskId, notes });
  await page.goto(`/boards/${board.id}/tasks/1`);
  const panel = new TaskPanel(page);
  await expect(panel.notes).toBeVisible();
  return panel;
}

async function notesOf(client: ApiClient, board: TestBoard): Promise<string> {
  const { detail } = await client.query<{ detail: { notes: string } }>("task.get", { boardId: board.id, number: 1 });
  return detail.notes;
}

const select = (field: Locator, words: string) =>
  field.evaluate((element: HTMLTextAreaElement, wanted) => {
    const start = element.value.indexOf(wanted);
    element.setSelectionRange(start, start + wanted.length);
  }, words);

test("toolbar and keys format, lists go on, and undo takes it back", async ({ boardPage, board, client }) => {
  const { page } = boardPage;
  const panel = await openTask(page, board, "");
  await panel.notes.getByRole("button", { name: "Add notes" }).click();
  const field = editor(panel);
  await expect(panel.notes.getByRole("toolbar", { name: "Formatting" })).toBeVisible();
  await field.pressSequentially("Ask for noise");
  await select(field, "noise");
  await field.press("Control+b");
  await expect(field).toHaveValue("Ask for **noise**");
  await panel.notes.getByRole("button", { name: "Bold" }).click();
  await expect(field).toHaveValue("Ask for noise");
  await expect(field).toBeFocused();
  await field.press("Control+z");
  await expect(field).toHaveValue("Ask for **noise**");

  await field.press("End");
  await field.press("Enter");
  await panel.notes.getByRole("button", { name: "Task list" }).click();
  await field.pressSequentially("third offer");
  await field.press("Enter");
  await field.press("Tab");
  await field.pressSequentially("by mail");
  await expect(field).toHaveValue("Ask for **noise**\n- [ ] third offer\n  - [ ] by mail");
  await expectAccessible(page);

  // The toolbar is one stop for Tab, and being in it does not end the writing.
  await field.press("Shift+Tab");
  await field.press("End");
  await field.press("Enter");
  await field.press("Enter");
  await field.press("Shift+Tab");
  await expect(panel.notes.getByRole("button", { name: "Bold" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(panel.notes.getByRole("button", { name: "Italic" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(field).toBeFocused();
  await field.press("Escape");
  await expect(panel.notes.getByRole("checkbox")).toHaveCount(2);
  await expect.poll(() => notesOf(client, board)).toBe("Ask for **noise**\n- [ ] third offer\n- [ ] by mail\n");
});

test("the slash menu, people and tasks are completed by keyboard, and references are links", async ({
  boardPage,
  board,
  client,
}) => {
  const { page } = boardPage;
  const panel = await openTask(page, board, "");
  await board.addTasks("next", "measure the cellar");
  await panel.notes.getByRole("button", { name: "Add notes" }).click();
  const field = editor(panel);
  await expect(panel.notes.getByRole("toolbar")).toBeVisible();
  await field.pressSequentially("/");
  await expect(page.getByRole("listbox", { name: "Insert" }).getByRole("option")).toHaveCount(9);
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page);
  await field.pressSequentially("todo");
  await field.press("Enter");
  await field.pressSequentially("ask @ver");
  await field.press("Tab");
  await field.pressSequentially("about #meas");
  await expect(page.getByRole("listbox", { name: "Tasks" })).toContainText("HOME-2");
  await field.press("Escape");
  await expect(page.getByRole("listbox")).toBeHidden();
  await field.press("Backspace");
  await field.press("Backspace");
  await field.press("Backspace");
  await field.press("Backspace");
  await field.press("Backspace");
  await field.pressSequentially("HOME-");
  await field.press("Tab");
  await expect(field).toHaveValue("- [ ] ask @Vera Example about HOME-2 ");
  await field.press("Control+Enter");
  await expect.poll(() => notesOf(client, board)).toBe("- [ ] ask @Vera Example about HOME-2 ");
  await panel.notes.getByRole("link", { name: "HOME-2" }).click();
  await expect(page.getByRole("dialog", { name: "Task: measure the cellar" })).toBeVisible();
  await expect(page).toHaveURL(/\/tasks\/2-/);
});

test("boxes are ticked where they are read, and the source changes nowhere else", async ({
  boardPage,
  board,
  client,
}) => {
  const { page } = boardPage;
  const source = "Offers:\n\n* [ ] noise **level**\n  1. [x] ask\n* [ ] warranty\n\n`- [ ] code`";
  const panel = await openTask(page, board, source);
  await panel.notes.getByRole("checkbox", { name: "Done: noise level" }).check();
  await panel.notes.getByRole("checkbox", { name: "Done: ask" }).uncheck();
  await expectAccessible(page);
  await expect
    .poll(() => notesOf(client, board))
    .toBe(source.replace("* [ ] noise", "* [x] noise").replace("1. [x] ask", "1. [ ] ask"));
  await expect(editor(panel)).toHaveCount(0);
});

test("an address pasted over words makes a link, and files are left alone without a place for them", async ({
  boardPage,
  board,
}) => {
  const { page } = boardPage;
  const panel = await openTask(page, board, "see the guide");
  await panel.notes.getByRole("button", { name: "Edit notes" }).click();
  const field = editor(panel);
  await expect(panel.notes.getByRole("toolbar")).toBeVisible();
  await select(field, "the guide");
  await field.evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "https://example.test/guide");
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(field).toHaveValue("see [the guide](https://example.test/guide)");
});

test("notes and title that were never saved come back after a crash, and can be thrown away", async ({
  boardPage,
  board,
  client,
}) => {
  const { page } = boardPage;
  const panel = await openTask(page, board, "as it was");
  const [task] = (await board.snapshot()).tasks;
  // What a crash leaves behind: drafts, and nothing saved.
  await page.evaluate((taskId) => {
    const user = (JSON.parse(localStorage.getItem("kanban-user") ?? "{}") as { id: string }).id;
    const keep = (place: string, text: string) =>
      localStorage.setItem(`kanban.draft.${user}.task/${taskId}/${place}`, JSON.stringify({ text, at: Date.now() }));
    keep("notes", "as it was and more");
    keep("title", "compare three offers");
  }, task?.id);
  await page.reload();
  await expect(editor(panel)).toHaveValue("as it was and more");
  await expect(panel.root.getByText("Draft restored")).toHaveCount(2);
  await expectAccessible(page);
  await panel.root.getByRole("button", { name: "Discard" }).first().click();
  await expect(panel.root.getByRole("textbox", { name: "Title" })).toHaveValue("compare offers");
  await panel.notes.getByRole("button", { name: "Done" }).click();
  await expect.poll(() => notesOf(client, board)).toBe("as it was and more");
  await page.reload();
  await expect(panel.root.getByText("as it was and more")).toBeVisible();
  await expect(panel.root.getByText("Draft restored")).toHaveCount(0);
});
