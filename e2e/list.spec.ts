import { expectAccessible } from "./fixtures/axe.ts";
import { fillLargeBoard, nthTitle } from "./fixtures/large-board.ts";
import { expect, test } from "./fixtures/test.ts";

test("the same tasks as a list: ordered, filtered, changed in place, remembered", async ({ boardPage, board }) => {
  const { page } = boardPage;
  const [tax, filters] = await board.addTasks("next", "Call the tax office", "Buy filters");
  await board.addTasks("inbox", "Idea: a shelf");
  await board.client.mutate("task.update", { boardId: board.id, taskId: tax, dueAt: "2031-05-05" });
  await board.client.mutate("task.update", { boardId: board.id, taskId: filters, dueAt: "2030-05-05" });
  await page.getByRole("button", { name: "List", exact: true }).click();
  const grid = page.getByRole("grid", { name: "Tasks as a list" });
  const titles = grid.getByRole("row").getByRole("link");
  await expect(titles).toHaveText(["Idea: a shelf", "Call the tax office", "Buy filters"]);
  await expectAccessible(page);

  await grid.getByRole("button", { name: "Due", exact: true }).click();
  await expect(titles).toHaveText(["Buy filters", "Call the tax office", "Idea: a shelf"]);
  await expect(grid.getByRole("columnheader", { name: "Due" })).toHaveAttribute("aria-sort", "ascending");

  await grid.getByLabel("Column of Buy filters").selectOption({ label: "Done" });
  await expect.poll(() => board.titlesIn("done")).toEqual(["Buy filters"]);
  await grid.getByLabel("Priority of Idea: a shelf").selectOption({ label: "High" });
  await grid.getByRole("button", { name: "Due of Idea: a shelf: No date" }).click();
  await grid.getByLabel("Due of Idea: a shelf").fill("2029-01-01");
  await page.keyboard.press("Enter");
  await expect(titles).toHaveText(["Idea: a shelf", "Buy filters", "Call the tax office"]);

  await page.locator("body").press("/");
  await page.keyboard.type("tax");
  await expect(titles).toHaveText(["Call the tax office"]);
  await page.reload();
  await expect(titles).toHaveText(["Call the tax office"]);
  await page.goto(`/boards/${board.id}`);
  await expect(titles).toHaveCount(3);
  await page.getByRole("searchbox", { name: "Filter tasks" }).fill("nothing like it");
  await expect(page.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
  await expectAccessible(page);
});

test("by keyboard: j and k walk the list, Right reaches what can be changed, e archives, Enter opens", async ({
  boardPage,
  board,
}) => {
  const { page } = boardPage;
  await board.addTasks("inbox", "one", "two", "three");
  await page.goto(`/boards/${board.id}?view=list`);
  const row = (name: string) => page.getByRole("row", { name, exact: true });
  await expect(row("three")).toBeVisible();
  await page.locator("body").press("j");
  await expect(row("one")).toBeFocused();
  // What the next act is about is seen.
  await expect(page.getByRole("grid")).toHaveAttribute("aria-multiselectable", "true");
  await page.keyboard.press("x");
  await expect(row("one")).toHaveAttribute("aria-selected", "true");
  await expect(row("two")).toHaveAttribute("aria-selected", "false");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Calendar", exact: true }).click();
  await expect(page.getByRole("region", { name: "Selected tasks" })).toBeHidden();
  await page.getByRole("button", { name: "List", exact: true }).click();
  await expect(row("one")).toHaveAttribute("aria-selected", "false");
  await row("one").focus();
  await page.keyboard.press("j");
  await page.keyboard.press("ArrowDown");
  await expect(row("three")).toBeFocused();
  await page.keyboard.press("k");
  await page.keyboard.press("e");
  await expect(row("two")).toBeHidden();
  await expect(row("three")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByLabel("Column of three")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(row("three")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Task: three" })).toBeVisible();
});

test("three hundred tasks draw only the rows near the eye, and End reaches the last", async ({
  signedInPage: page,
  board,
}, testInfo) => {
  await fillLargeBoard(board, 300, testInfo);
  await page.goto(`/boards/${board.id}?view=list&sort=title`);
  const grid = page.getByRole("grid");
  await expect(grid).toHaveAttribute("aria-rowcount", "301");
  expect(await grid.getByRole("row").count()).toBeLessThan(90);
  await page.locator("body").press("j");
  await page.keyboard.press("End");
  await expect(page.getByRole("row", { name: nthTitle(300), exact: true })).toBeFocused();
});
