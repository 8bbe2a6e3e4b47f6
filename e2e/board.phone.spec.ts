import { expectAccessible } from "./fixtures/axe.ts";
import { expect, test } from "./fixtures/test.ts";
import { TaskPanel } from "./pages/task-panel.ts";

test("at 360 px one column fills the screen, and nothing sticks out", async ({ boardPage, board }) => {
  const { page } = boardPage;
  await board.addTasks("inbox", "a title that is long enough to need a second line on a narrow phone");
  await expect(boardPage.tasksIn("Inbox")).toHaveCount(1);
  const width = await boardPage.column("Inbox").evaluate((column) => column.getBoundingClientRect().width);
  expect(width).toBeGreaterThan(280);
  expect(width).toBeLessThanOrEqual(360);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expectAccessible(page);
});

test("with a thumb: capture, open, move, done", async ({ boardPage, board }) => {
  const { page } = boardPage;
  await boardPage.column("Inbox").getByRole("button", { name: "Add a task to Inbox" }).tap();
  await page.getByRole("textbox", { name: "New task in Inbox" }).fill("post the letter");
  await page.getByRole("button", { name: "Add", exact: true }).tap();
  await boardPage.expectTitles("Inbox", ["post the letter"]);
  await page.getByRole("button", { name: "Close" }).first().tap();

  await boardPage.card("post the letter").getByRole("link").tap();
  const panel = new TaskPanel(page);
  await expect(panel.root).toBeVisible();
  await expectAccessible(page);
  const box = await panel.root.boundingBox();
  expect(box?.width).toBeGreaterThanOrEqual(350);
  await panel.close();

  await page.getByRole("button", { name: "Menu of task post the letter" }).tap();
  await page.getByRole("menuitem", { name: "Move to…" }).tap();
  const move = page.getByRole("dialog", { name: "Move to…" });
  await move.getByLabel("Column").selectOption({ label: "Done" });
  await move.getByRole("button", { name: "Move", exact: true }).tap();
  await expect.poll(() => board.titlesIn("done")).toEqual(["post the letter"]);
});

test("sign-in and the list of boards fit a phone", async ({ signedInPage: page, board }) => {
  await page.goto("/boards");
  await expect(page.getByRole("main").getByRole("link", { name: "Home" })).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(board.id).toMatch(/-/);
});
