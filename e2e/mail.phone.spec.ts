import { expectAccessible } from "./fixtures/axe.ts";
import { expect, test } from "./fixtures/test.ts";

test("with a thumb: the form of a mailbox is as wide as the phone", async ({ signedInPage: page, board }) => {
  expect(board.id).not.toBe("");
  await page.goto("/settings/mail");
  await page.getByRole("button", { name: "Follow a mailbox" }).tap();
  const form = page.getByRole("form", { name: "Follow a mailbox" });
  await form.getByRole("button", { name: "Add a plus-address" }).tap();
  await form.getByLabel("Plus-address 1", { exact: true }).fill("home");
  await form.getByLabel("Board of plus-address 1").selectOption({ label: "Home" });
  await form.getByRole("button", { name: "Another folder" }).tap();
  await form.getByRole("button", { name: "Remove Folder 2" }).tap();
  await expect(form.getByLabel("Folder 2", { exact: true })).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expectAccessible(page);
  await form.getByRole("button", { name: "Cancel" }).tap();
  await page.getByRole("button", { name: "Receive posts" }).tap();
  await page.getByRole("form", { name: "Receive posts" }).getByLabel("Name").fill("Service");
  await page.getByRole("button", { name: "Make the address" }).tap();
  await expect(page.getByText("Copy the secret now")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expectAccessible(page);
});
