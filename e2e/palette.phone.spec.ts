import { expectAccessible } from "./fixtures/axe.ts";
import { expect, test } from "./fixtures/test.ts";
import { Palette } from "./pages/palette.ts";
import { TaskPanel } from "./pages/task-panel.ts";

test("on a phone the palette opens by touch, fits the screen, and finds a task", async ({ boardPage, board }) => {
  const { page } = boardPage;
  await board.addTasks("inbox", "renew the passport before the end of the summer holidays");
  const palette = new Palette(page);
  await page.getByRole("button", { name: "Search or run…" }).tap();
  await expect(palette.field).toBeFocused();
  await expectAccessible(page);
  for (const option of await palette.options.all())
    expect((await option.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await palette.field.fill("passp");
  await palette.options.filter({ hasText: "renew the passport" }).tap();
  const panel = new TaskPanel(page);
  await expect(panel.root).toBeVisible();
  await expect(palette.root).toBeHidden();
});
