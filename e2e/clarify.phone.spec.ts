import { drawPicture } from "@kanban/demo/draw-picture";
import { expectAccessible } from "./fixtures/axe.ts";
import { coveredButtons } from "./fixtures/covered-buttons.ts";
import { pasteFiles } from "./fixtures/files-from-outside.ts";
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

test("however long an item is, every answer is in sight and under the thumb, also while something is said", async ({
  boardPage,
  board,
}) => {
  test.slow();
  const { page } = boardPage;
  const shot = async (name: string) => {
    if (process.env["LOOKS"]) await page.screenshot({ path: `${process.env["LOOKS"]}-phone-${name}.png` });
  };
  await page.goto("/capture");
  const lines = Array.from(
    { length: 40 },
    (_, n) => `Line ${n + 1} of a letter that says more than one wants to know.`,
  );
  await page.getByRole("textbox", { name: "What is on your mind?" }).fill(["A long letter", ...lines].join("\n"));
  const picture = { type: "image/png", bytes: drawPicture(640, 400) };
  await pasteFiles(page, [
    { ...picture, name: "front.png" },
    { ...picture, name: "back.png" },
  ]);
  await page.getByRole("button", { name: "Capture", exact: true }).tap();
  await expect(page.getByRole("heading", { name: "Captured" })).toBeVisible();
  await board.addTasks("inbox", "Second thought");
  await page.goto("/clarify");
  const item = (title: string) => page.getByRole("article", { name: title, exact: true });
  await expect(item("A long letter").locator("img")).toHaveCount(2, { timeout: 30_000 });
  const covered = () => coveredButtons(page);
  const answers = ["Do it now", "Next action", "Waiting", "Someday", "Reference", "Project", "Snooze", "Trash"];
  for (const name of answers)
    await expect(page.getByRole("button", { name: new RegExp(`^${name}`, "u") })).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expect.poll(covered).toEqual([]);
    await expectAccessible(page);
    await shot(`long-${colorScheme}`);
  }
  // Nothing of the item is out of reach behind them.
  const last = item("A long letter").locator("img").last();
  await last.scrollIntoViewIfNeeded();
  await last.click({ trial: true });
  await expect.poll(covered).toEqual([]);
  await shot("long-end");

  await page.getByRole("button", { name: /^Next action/ }).tap();
  await expect.poll(covered).toEqual([]);
  await shot("long-contexts");
  await page.getByRole("button", { name: "Back" }).tap();
  await page.getByRole("button", { name: /^Someday/ }).tap();
  await expect(item("Second thought")).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).tap();
  await expect(item("A long letter")).toBeVisible();
  await expect(page.getByText("Undone: clarified item")).toBeVisible();
  await expect.poll(covered).toEqual([]);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await shot(`undone-${colorScheme}`);
  }
  await page.getByRole("button", { name: "The tree" }).tap();
  const tree = page.getByRole("dialog", { name: "The whole tree" });
  await expect(tree).toBeVisible();
  await expect(tree.locator("kbd:visible")).toHaveCount(0);
});
