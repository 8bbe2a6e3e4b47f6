import { expectAccessible } from "./fixtures/axe.ts";
import { expect, test } from "./fixtures/test.ts";
import { TaskPanel } from "./pages/task-panel.ts";

test("on a phone a comment is written with a thumb and nothing sticks out", async ({ boardPage, board, client }) => {
  const { page } = boardPage;
  const [first, second] = await board.addTasks("inbox", "post the letter", "find a stamp");
  const link = { linkId: crypto.randomUUID(), kind: "blocks", taskId: second, otherTaskId: first };
  await client.mutate("taskLink.create", { boardId: board.id, ...link });
  await expect(boardPage.card("post the letter")).toContainText("Blocked");
  await boardPage.card("post the letter").getByRole("link").tap();
  const panel = new TaskPanel(page);
  await panel.composer.tap();
  await panel.composer.fill("The box is emptied at five");
  await panel.root.getByRole("button", { name: "Comment", exact: true }).tap();
  await expect(panel.comments).toContainText("emptied at five");
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  const edit = await panel.comments.getByRole("button", { name: "Edit comment" }).boundingBox();
  expect(edit?.height).toBeGreaterThanOrEqual(44);
});
