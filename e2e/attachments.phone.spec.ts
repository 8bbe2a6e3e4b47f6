import { expectAccessible } from "./fixtures/axe.ts";
import { drawPicture } from "@kanban/demo/draw-picture";
import { expect, test } from "./fixtures/test.ts";
import { TaskPanel } from "./pages/task-panel.ts";

test("on a phone files are chosen or photographed, and every target is a thumb wide", async ({ boardPage, board }) => {
  const { page } = boardPage;
  await board.addTasks("inbox", "Garden");
  const panel = new TaskPanel(page);
  await boardPage.card("Garden").getByRole("link").click();
  const files = panel.root.getByRole("region", { name: /^Files/ });
  await expect(files.getByRole("button", { name: "Take a photo" })).toBeVisible();
  const long = `${"A very long name of a photo ".repeat(4)}.png`;
  await files
    .locator("input[data-files-picker]")
    .setInputFiles({ name: long, mimeType: "image/png", buffer: drawPicture(320, 640) });
  const row = files.getByRole("listitem");
  await expect(row.locator("img")).toBeVisible({ timeout: 15_000 });
  for (const button of await files.getByRole("button").all())
    expect(
      (await button.boundingBox())!.height,
      (await button.getAttribute("aria-label")) ?? "",
    ).toBeGreaterThanOrEqual(24);
  for (const name of ["Add files", "Take a photo", `More about ${long}`])
    expect((await files.getByRole("button", { name }).boundingBox())!.height).toBeGreaterThanOrEqual(44);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await expectAccessible(page);

  await files.getByRole("button", { name: `Open ${long}` }).click();
  const viewer = page.getByRole("dialog", { name: long });
  await expect(viewer.getByRole("img")).toBeVisible();
  expect((await viewer.boundingBox())!.width).toBe(360);
  await expectAccessible(page);
  await viewer.getByRole("button", { name: "Close" }).click();
  await expect(panel.root).toBeVisible();
});
