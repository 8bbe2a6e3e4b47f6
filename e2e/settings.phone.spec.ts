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
  const tooWide = await signedInPage
    .getByRole("main")
    .locator("*")
    .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().right > 361).length);
  expect(tooWide).toBe(0);
  await expectAccessible(signedInPage);
});
