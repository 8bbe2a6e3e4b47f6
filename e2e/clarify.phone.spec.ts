import { expectAccessible } from "./fixtures/axe.ts";
import { expect, test } from "./fixtures/test.ts";

test("an inbox is emptied by touch: every button a thumb wide, nothing wider than the screen", async ({
  boardPage,
  board,
}) => {
  test.slow();
  const { page } = boardPage;
  const titles = ["Call the plumber", "Read about heat pumps", "Quote for the balcony", "Holiday in May", "Old flyer"];
  await board.addTasks("inbox", ...titles);
  const shot = async (name: string) => {
    if (process.env["LOOKS"]) await page.screenshot({ path: `${process.env["LOOKS"]}-phone-${name}.png` });
  };
  const fits = async () => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    const small = await page
      .locator("main button:visible, main input:visible")
      .evaluateAll((all) =>
        all
          .map((each) => ({ name: each.ariaLabel ?? each.textContent, height: each.getBoundingClientRect().height }))
          .filter(({ height }) => height < 43.5),
      );
    expect(small).toEqual([]);
    await expectAccessible(page);
  };
  const tap = (name: string | RegExp) => page.getByRole("button", { name }).tap();
  const item = (title: string) => page.getByRole("article", { name: title, exact: true });
  await page.goto("/clarify");
  await expect(item(titles[0]!)).toBeVisible();
  await page.emulateMedia({ colorScheme: "light" });
  await fits();
  await shot("light");
  await page.emulateMedia({ colorScheme: "dark" });
  await shot("dark");
  await tap(/^Do it now/);
  await fits();
  await shot("timer");
  await tap("It is done");
  await expect(item(titles[1]!)).toBeVisible();
  await tap(/^Next action/);
  await fits();
  await shot("contexts");
  await tap("Continue");
  await expect(item(titles[2]!)).toBeVisible();
  await tap(/^Waiting/);
  await page.getByRole("combobox").fill("Ada");
  await page.getByRole("option", { name: "New: Ada" }).tap();
  await fits();
  await tap(/^In a week/);
  await expect(item(titles[3]!)).toBeVisible();
  await tap(/^Someday/);
  await expect(item(titles[4]!)).toBeVisible();
  await tap(/^Trash/);
  await expect(page.getByRole("heading", { name: "Inbox zero" })).toBeVisible();
  await fits();
  await shot("zero");
  await tap("Undo");
  await expect(item(titles[4]!)).toBeVisible();
  await tap(/^Reference/);
  await expect(page.getByRole("heading", { name: "Inbox zero" })).toBeVisible();
  await expect.poll(() => board.titlesIn("waiting")).toEqual([titles[2]]);
  await expect.poll(() => board.titlesIn("inbox")).toEqual([]);
});
