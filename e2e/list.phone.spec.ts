import { expectAccessible } from "./fixtures/axe.ts";
import { expect, test } from "./fixtures/test.ts";

test("at 360 px every task of the list takes two lines, and nothing sticks out", async ({ boardPage, board }) => {
  const { page } = boardPage;
  await board.addTasks("next", "a title that is long enough to need more than a narrow phone has");
  await expect(page.getByRole("article")).toHaveCount(1);
  await page.getByRole("button", { name: "List", exact: true }).tap();
  const link = page.getByRole("grid").getByRole("link");
  await expect(link).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expectAccessible(page);
  await link.tap();
  await expect(page.getByRole("dialog", { name: /^Task: a title/ })).toBeVisible();
});
