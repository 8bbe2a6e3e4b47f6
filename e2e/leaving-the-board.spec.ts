import { expectAccessible } from "./fixtures/axe.ts";
import { expect, test } from "./fixtures/test.ts";

for (const { way, item, said } of [
  { way: "archived", item: "Archive", said: "Archived “shred the receipts”" },
  { way: "thrown away", item: "Move to trash", said: "Moved “shred the receipts” to the trash" },
]) {
  test(`a task is ${way} and comes back where it was`, async ({ boardPage, board }) => {
    const { page } = boardPage;
    await board.addTasks("next", "before", "shred the receipts", "after");
    await boardPage.expectTitles("Next", ["before", "shred the receipts", "after"]);
    const menu = await boardPage.openCardMenu("shred the receipts");
    await expectAccessible(page);
    await menu.getByRole("menuitem", { name: item }).click();
    await boardPage.expectTitles("Next", ["before", "after"]);
    await expect.poll(() => board.titlesIn("next")).toEqual(["before", "after"]);
    const toast = page.getByRole("listitem").filter({ hasText: said });
    await toast.getByRole("button", { name: "Undo" }).click();
    await boardPage.expectTitles("Next", ["before", "shred the receipts", "after"]);
    await expect.poll(() => board.titlesIn("next")).toEqual(["before", "shred the receipts", "after"]);
  });
}

test("the trash gives a task back long after its toast is gone", async ({ boardPage, board, client }) => {
  const { page } = boardPage;
  const [taskId] = await board.addTasks("someday", "learn Finnish");
  await client.mutate("task.remove", { boardId: board.id, taskId });
  await boardPage.expectTitles("Someday", []);
  await page.getByRole("button", { name: "Board menu" }).click();
  await page.getByRole("menuitem", { name: "Archive and trash…" }).click();
  const dialog = page.getByRole("dialog", { name: "Archive and trash" });
  await expect(dialog.getByText("learn Finnish")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Restore learn Finnish" }).click();
  await page.keyboard.press("Escape");
  await boardPage.expectTitles("Someday", ["learn Finnish"]);
  await expect.poll(() => board.titlesIn("someday")).toEqual(["learn Finnish"]);
});
