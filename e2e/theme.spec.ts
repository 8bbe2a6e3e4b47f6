import { expectAccessible } from "./fixtures/axe.ts";
import { expect, test } from "./fixtures/test.ts";

test("the chosen theme is there before the first paint, and in every page after", async ({ boardPage, board }) => {
  const { page } = boardPage;
  await page.getByRole("button", { name: "Account of Vera Example" }).click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await page.keyboard.press("Escape");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await board.addTasks("inbox", "see in the dark");
  await boardPage.expectTitles("Inbox", ["see in the dark"]);
  await expectAccessible(page);
  // The very first bytes say it: no script has to run.
  const html = await (await page.request.get(`/boards/${board.id}`)).text();
  expect(html).toMatch(/<html[^>]*data-theme="dark"/);
  await page.reload();
  const [background] = await page.evaluate(() => [getComputedStyle(document.body).backgroundColor]);
  expect(background).not.toBe("rgb(255, 255, 255)");
});

test.describe("on a dark device", () => {
  test.use({ colorScheme: "dark" });
  test("the screen follows the device until told otherwise", async ({ page }) => {
    await page.goto("/sign-in");
    await expectAccessible(page);
    const lightness = await page.evaluate(() => {
      const canvas = document.createElement("canvas").getContext("2d");
      if (!canvas) return 1;
      canvas.fillStyle = getComputedStyle(document.body).backgroundColor;
      canvas.fillRect(0, 0, 1, 1);
      return Math.max(...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)) / 255;
    });
    expect(lightness).toBeLessThan(0.4);
  });
});
