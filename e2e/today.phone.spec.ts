import { expectAccessible } from "./fixtures/axe.ts";
import { expect, test } from "./fixtures/test.ts";

test("on a phone today fits, and its acts are a thumb away", async ({ boardPage, board }) => {
  const { page } = boardPage;
  await board.addTasks("next", "call the plumber about the kitchen tap that drips all night");
  await page.getByRole("button", { name: "Switch board" }).tap();
  await page.getByRole("menuitem", { name: "Today" }).tap();
  await expect(page).toHaveURL(/\/today$/);
  const row = page.getByRole("main").getByRole("listitem");
  await expect(row).toHaveCount(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expectAccessible(page);
  await row.getByRole("button", { name: /^More for/ }).tap();
  await page.getByRole("menuitem", { name: "Tomorrow", exact: true }).tap();
  await expect(page.getByText("Nothing left for today")).toBeVisible();
});
