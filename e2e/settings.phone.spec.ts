import { expectAccessible } from "./fixtures/axe.ts";
import { expect, test } from "./fixtures/test.ts";

test("on a phone the sections of the settings stand in a row above the one that is shown", async ({ signedInPage }) => {
  await signedInPage.goto("/settings/devices");
  const sections = signedInPage.getByRole("navigation", { name: "Sections of the settings" });
  const shown = signedInPage.getByRole("heading", { name: "Devices and programs" });
  await expect(shown).toBeVisible();
  const [above, below] = [await sections.boundingBox(), await shown.boundingBox()];
  expect(below!.y).toBeGreaterThan(above!.y + above!.height - 1);
  expect(below!.x).toBeLessThan(40);
  const tops = sections.getByRole("link").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  expect(new Set(await tops).size, "rows").toBe(1);
  const tooWide = await signedInPage
    .getByRole("main")
    .locator("*")
    .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().right > 361).length);
  expect(tooWide).toBe(0);
  await expectAccessible(signedInPage);
});

test("a token made here captures from anywhere until its device is revoked here", async ({
  signedInPage,
  board,
  request,
}) => {
  // As a program would: without the cookies of the page.
  const capture = async (token: string, text: string) =>
    (await request.post("/api/capture", { headers: { authorization: `Bearer ${token}` }, data: { text } })).status();
  await signedInPage.goto("/settings/devices");
  const create = signedInPage.getByRole("button", { name: "New token" });
  await create.tap();
  await signedInPage.getByLabel("Name", { exact: true }).fill("Desk lamp");
  await signedInPage.getByRole("button", { name: "Create token" }).tap();
  const made = signedInPage.getByRole("dialog", { name: "Copy the token now" });
  const secret = await made.getByLabel("Token", { exact: true }).inputValue();
  await expectAccessible(signedInPage);
  await made.getByRole("button", { name: "Done" }).tap();
  expect(await capture(secret, "Before")).toBe(201);

  const devices = signedInPage.getByRole("list", { name: "Devices and programs" });
  const revoke = devices.getByRole("button", { name: "Revoke Desk lamp" });
  await revoke.tap();
  const question = signedInPage.getByRole("dialog", { name: "Revoke “Desk lamp”?" });
  await expectAccessible(signedInPage);
  await question.getByRole("button", { name: "Cancel" }).tap();
  await expect(question).toBeHidden();
  expect(await capture(secret, "Still")).toBe(201);
  await revoke.tap();
  await question.getByRole("button", { name: "Revoke" }).tap();
  await expect(signedInPage.getByRole("listitem").filter({ hasText: "“Desk lamp” is revoked" })).toBeVisible();
  // Nothing is left of it; the way to a new one is at hand.
  await expect(devices).toBeHidden();
  await expect(create).toBeFocused();
  expect(await capture(secret, "After")).toBe(401);
  expect((await board.titlesIn("inbox")).toSorted()).toEqual(["Before", "Still"]);
});
