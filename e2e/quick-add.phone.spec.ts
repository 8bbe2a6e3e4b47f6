import { expectAccessible } from "./fixtures/axe.ts";
import { expect, test } from "./fixtures/test.ts";

test("with a thumb: signs by button, chips a thumb wide, nothing sticks out", async ({ boardPage, board }) => {
  const { page } = boardPage;
  await boardPage.column("Inbox").getByRole("button", { name: "Add a task to Inbox" }).tap();
  const field = page.getByRole("textbox", { name: "New task in Inbox" });
  await field.fill("Post the letter tomorrow");
  await page.getByRole("button", { name: "Tag", exact: true }).tap();
  await field.pressSequentially("errand");
  await page.getByRole("option", { name: "errand new tag" }).tap();
  await expect(field).toHaveValue("Post the letter tomorrow #errand ");
  const chip = page.getByRole("button", { name: "Remove tag errand" });
  expect((await chip.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Add", exact: true }).tap();
  await boardPage.expectTitles("Inbox", ["Post the letter"]);
  await expect.poll(async () => (await board.snapshot()).tags.map(({ name }) => name)).toEqual(["errand"]);
});
