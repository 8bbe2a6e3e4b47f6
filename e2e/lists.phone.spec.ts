import { expectAccessible } from "./fixtures/axe.ts";
import { fillLists } from "./fixtures/fill-lists.ts";
import { expect, test } from "./fixtures/test.ts";

test("on a phone every list fits, its acts are a thumb wide, and the header tells what waits", async ({
  boardPage,
  board,
  client,
}) => {
  test.slow();
  const { page } = boardPage;
  await fillLists(board, await client.createBoard("Work"));
  await page.reload();
  await page.getByRole("link", { name: "Inbox, 3 to clarify" }).tap();
  await expect(page).toHaveURL(/\/lists\/inbox$/);
  for (const list of ["Inbox", "Next", "Waiting", "Someday", "Projects", "Reference", "Deferred"]) {
    await page.getByRole("button", { name: "Switch board" }).tap();
    await page.getByRole("menuitem", { name: list, exact: true }).tap();
    await expect(page.getByRole("heading", { level: 1, name: list })).toBeVisible();
    const rows = page.getByRole("main").locator("[data-row]");
    await expect(rows.first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), list).toBeLessThanOrEqual(360);
    const small = await page
      .getByRole("main")
      .locator("button:visible")
      .evaluateAll((buttons) =>
        buttons
          .map((button) => ({ name: button.ariaLabel ?? button.textContent, height: button.clientHeight }))
          .filter(({ height }) => height < 39),
      );
    expect(small, list).toEqual([]);
    await expectAccessible(page);
    if (process.env["LOOKS"]) await page.screenshot({ path: `${process.env["LOOKS"]}-phone-${list}.png` });
  }
  await page.getByRole("button", { name: "Switch board" }).tap();
  await page.getByRole("menuitem", { name: "Waiting", exact: true }).tap();
  await page.getByRole("button", { name: "More for Quote for the balcony door" }).tap();
  await page.getByRole("menuitem", { name: "Came in: next action" }).tap();
  await expect.poll(() => board.titlesIn("next")).toContain("Quote for the balcony door");
});

test("a title without a space is broken at the edge of its row", async ({ boardPage, board }) => {
  const { page } = boardPage;
  const title = "x".repeat(120);
  await board.addTasks("next", title);
  await page.goto("/lists/next");
  const link = page.getByRole("main").getByRole("link", { name: title });
  await expect(link).toBeVisible();
  const right = await link.evaluate((each) => Math.max(...[...each.getClientRects()].map((rect) => rect.right)));
  const more = await page.getByRole("button", { name: `More for ${title}` }).boundingBox();
  expect(right).toBeLessThanOrEqual(more!.x);
});
