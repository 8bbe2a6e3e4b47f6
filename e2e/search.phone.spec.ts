import { expectAccessible } from "./fixtures/axe.ts";
import { expect, test } from "./fixtures/test.ts";

test("on a phone the search fills the screen and opens a task with a thumb", async ({ boardPage, board }) => {
  const { page } = boardPage;
  await board.addTasks("inbox", "water the garden behind the house before the summer holidays begin");
  await page.getByRole("button", { name: "Switch board" }).tap();
  await page.getByRole("menuitem", { name: "Search" }).tap();
  const field = page.getByRole("combobox", { name: "Search all boards" });
  await field.fill("summer");
  const hit = page.getByRole("option").first();
  await expect(hit).toBeVisible();
  const box = await page.getByRole("dialog", { name: "Search" }).boundingBox();
  expect(box).toMatchObject({ x: 0, y: 0, width: 360, height: 740 });
  expect((await hit.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  await expectAccessible(page);
  await hit.tap();
  await expect(page).toHaveURL(/\/tasks\/1-/);
});
