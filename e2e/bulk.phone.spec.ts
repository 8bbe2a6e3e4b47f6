import { expectAccessible } from "./fixtures/axe.ts";
import { expect, test } from "./fixtures/test.ts";

test("with a thumb: choose from the menu, tap more, act on all", async ({ boardPage, board }) => {
  const { page } = boardPage;
  await board.addTasks("inbox", "one", "two", "three");
  await boardPage.expectTitles("Inbox", ["one", "two", "three"]);
  await page.getByRole("button", { name: "Menu of task one" }).tap();
  await page.getByRole("menuitem", { name: "Select" }).tap();
  const bar = page.getByRole("region", { name: "Selected tasks" });
  await expect(bar).toContainText("1 selected");
  await boardPage.card("three").getByRole("link").tap();
  await expect(bar).toContainText("2 selected");
  expect(page.url()).not.toContain("/tasks/");
  await expectAccessible(page);
  const box = (await bar.boundingBox())!;
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(360);
  for (const button of await bar.getByRole("button").all()) {
    const size = (await button.boundingBox())!;
    expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(44);
  }

  await bar.getByRole("button", { name: "Priority" }).tap();
  await page.getByRole("menuitemradio", { name: "High" }).tap();
  await expect
    .poll(async () => (await board.snapshot()).tasks.filter((task) => task.priority === "high").length)
    .toBe(2);

  await bar.getByRole("button", { name: "Archive" }).tap();
  await boardPage.expectTitles("Inbox", ["two"]);
  await page.getByRole("listitem").filter({ hasText: "Archived 2 tasks" }).getByRole("button", { name: "Undo" }).tap();
  await boardPage.expectTitles("Inbox", ["one", "two", "three"]);
  // Nothing is chosen any more: a tap opens again.
  await boardPage.card("one").getByRole("link").tap();
  await expect(page).toHaveURL(/\/tasks\//);
});

test("the choice of a full column fits a phone", async ({ boardPage, board }) => {
  const { page } = boardPage;
  await board.client.mutate("board.update", { boardId: board.id, wipPolicy: "ask" });
  await board.addTasks("doing", "a", "b", "c");
  await board.addTasks("inbox", "urgent");
  await page.getByRole("button", { name: "Menu of task urgent" }).tap();
  await page.getByRole("menuitem", { name: "Move to…" }).tap();
  const move = page.getByRole("dialog", { name: "Move to…" });
  await move.getByLabel("Column").selectOption({ label: "Doing" });
  await move.getByRole("button", { name: "Move", exact: true }).tap();
  const chooser = page.getByRole("dialog", { name: "Doing is full" });
  await expect(chooser).toBeVisible();
  await expectAccessible(page);
  await chooser.getByRole("button", { name: /Swap with the oldest/ }).tap();
  await expect.poll(() => board.titlesIn("inbox")).toEqual(["a"]);
  await expect.poll(() => board.titlesIn("doing")).toContain("urgent");
});
