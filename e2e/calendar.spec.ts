import { expectAccessible } from "./fixtures/axe.ts";
import { expect, test } from "./fixtures/test.ts";

test("tasks stand on their days, are carried to others, and a day too full says how many more", async ({
  boardPage,
  board,
}) => {
  const { page } = boardPage;
  const ids = await board.addTasks("next", "tax", "one", "two", "three", "four", "five", "someday maybe");
  const { client, id: boardId } = board;
  for (const taskId of ids.slice(1, 6)) await client.mutate("task.update", { boardId, taskId, dueAt: "2027-02-15" });
  await client.mutate("task.update", { boardId, taskId: ids[0], dueAt: "2027-02-10" });
  await page.goto(`/boards/${board.id}?view=calendar&day=2027-02-10`);
  const grid = page.getByRole("grid", { name: "Tasks by day" });
  const day = (name: RegExp) => grid.getByRole("gridcell", { name });
  await expect(page.getByRole("heading", { name: "February 2027" })).toBeVisible();
  await expect(day(/10 February, 1 task$/).getByRole("link", { name: "tax" })).toBeVisible();
  await expect(grid.getByRole("columnheader").first()).toHaveText("Mon");
  await expectAccessible(page);

  await day(/15 February/)
    .getByRole("button", { name: "+2 more" })
    .click();
  await expect(page.getByRole("dialog").getByRole("link", { name: "five" })).toBeVisible();
  await page.keyboard.press("Escape");

  await boardPage.drag(page.getByRole("link", { name: "someday maybe" }), day(/23 February/));
  await expect(day(/23 February, 1 task$/).getByRole("link", { name: "someday maybe" })).toBeVisible();
  await expect
    .poll(async () => (await board.snapshot()).tasks.find(({ title }) => title === "someday maybe")?.dueAt)
    .toBe("2027-02-23");
});

test("by keyboard: arrows walk over days and months, Enter goes in, Shift and an arrow moves the task", async ({
  boardPage,
  board,
}) => {
  const { page, announcements } = boardPage;
  const [taskId] = await board.addTasks("next", "tax");
  await board.client.mutate("task.update", { boardId: board.id, taskId, dueAt: "2027-02-27" });
  await page.goto(`/boards/${board.id}?view=calendar&day=2027-02-26`);
  const day = (name: RegExp) => page.getByRole("gridcell", { name });
  await day(/26 February/).focus();
  await page.keyboard.press("ArrowRight");
  await expect(day(/27 February/)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "tax" })).toBeFocused();
  // A day shows no selection, so that there is none to act on.
  await page.keyboard.press("x");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Shift+ArrowLeft");
  await expect(announcements).toHaveText(/^tax is due Friday,? 26 February$/);
  await expect(day(/26 February, 1 task$/).getByRole("link", { name: "tax" })).toBeFocused();
  await expect(page.getByRole("region", { name: "Selected tasks" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.keyboard.press("PageDown");
  await expect(day(/26 March/)).toBeFocused();
  await expect(page.getByRole("heading", { name: "March 2027" })).toBeVisible();
  await page.getByRole("button", { name: "Week", exact: true }).click();
  await expect(page.getByRole("gridcell")).toHaveCount(7);
  await expectAccessible(page);
});
