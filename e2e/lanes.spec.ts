import { randomUUID } from "node:crypto";
import { expectAccessible } from "./fixtures/axe.ts";
import type { TestBoard } from "./fixtures/api-client.ts";
import { fillLargeBoard } from "./fixtures/large-board.ts";
import { expect, test } from "./fixtures/test.ts";

async function gardenAndHouse(board: TestBoard) {
  const [seeds, roof, milk] = await board.addTasks("next", "order seeds", "call the roofer", "buy milk");
  const ids: Record<string, string> = {};
  for (const name of ["Garden", "House"]) {
    ids[name] = randomUUID();
    await board.client.mutate("project.create", { boardId: board.id, projectId: ids[name], name });
  }
  const put = (taskId: string | undefined, projectId: string | undefined) =>
    board.client.mutate("task.update", { boardId: board.id, taskId, projectId });
  await put(seeds, ids["Garden"]);
  await put(roof, ids["House"]);
  const projectOf = async (taskId: string | undefined) =>
    (await board.snapshot()).tasks.find(({ id }) => id === taskId)?.projectId;
  return { seeds, roof, milk, garden: ids["Garden"], house: ids["House"], projectOf };
}

test("a board stands in lanes; cards change them by hand and by key, each with one undo", async ({
  boardPage,
  board,
}) => {
  const { page } = boardPage;
  const { roof, milk, garden, house, projectOf } = await gardenAndHouse(board);
  await page.getByRole("button", { name: "Group", exact: true }).click();
  await page.getByRole("menuitemradio", { name: "Project" }).click();
  await expect(page).toHaveURL(/group=project/);
  const lane = (name: string) => page.getByRole("region", { name: new RegExp(`^${name}, `) });
  await expect(lane("Garden").getByText("order seeds")).toBeVisible();
  await expect(lane("No project").getByText("buy milk")).toBeVisible();
  await expectAccessible(page);

  await boardPage.drag(boardPage.card("buy milk"), lane("House").getByRole("list", { name: "Tasks in Doing, House" }));
  await expect(lane("House").getByRole("list", { name: "Tasks in Doing, House" })).toContainText("buy milk");
  await expect.poll(() => board.titlesIn("doing")).toEqual(["buy milk"]);
  await expect.poll(() => projectOf(milk)).toBe(house);
  await page.keyboard.press("z");
  await expect.poll(() => board.titlesIn("doing")).toEqual([]);
  await expect.poll(() => projectOf(milk)).toBeNull();

  await boardPage.card("call the roofer").focus();
  await page.keyboard.press("Shift+ArrowUp");
  await expect(lane("Garden").getByText("call the roofer")).toBeVisible();
  await expect(boardPage.card("call the roofer")).toBeFocused();
  await expect.poll(() => projectOf(roof)).toBe(garden);
  await page.keyboard.press("ArrowUp");
  await expect(boardPage.card("order seeds")).toBeFocused();
  await page.keyboard.press("End");
  await expect(boardPage.card("buy milk")).toBeFocused();

  await page.getByRole("button", { name: /^Garden/, expanded: true }).click();
  await expect(boardPage.card("order seeds")).toBeHidden();
  await page.reload();
  await expect(boardPage.card("buy milk")).toBeVisible();
  await expect(boardPage.card("order seeds")).toBeHidden();
  await page.getByRole("button", { name: "Grouped by project" }).click();
  await page.getByRole("menuitemradio", { name: "No groups" }).click();
  await boardPage.expectTitles("Next", ["order seeds", "call the roofer", "buy milk"]);
});

test("a full column asks first, and then the card has column and lane as one step", async ({ boardPage, board }) => {
  const { page } = boardPage;
  const { milk, house, projectOf } = await gardenAndHouse(board);
  await board.addTasks("doing", "dig", "saw", "paint");
  await board.client.mutate("board.update", { boardId: board.id, wipPolicy: "ask" });
  await page.goto(`/boards/${board.id}?group=project`);
  const doing = page.getByRole("list", { name: "Tasks in Doing, House" });
  await expect(boardPage.card("buy milk")).toHaveAttribute("draggable", "true");
  await boardPage.drag(boardPage.card("buy milk"), doing.locator(".."));
  const question = page.getByRole("dialog", { name: "Doing is full" });
  await expect(question).toBeVisible();
  expect(await projectOf(milk)).toBeNull();
  await question.getByLabel("Reason").fill("the shop closes");
  await page.keyboard.press("Enter");
  await expect(doing).toContainText("buy milk");
  await expect.poll(() => projectOf(milk)).toBe(house);
  await page.locator("body").press("z");
  await expect.poll(() => projectOf(milk)).toBeNull();
  await expect.poll(() => board.titlesIn("doing")).toEqual(["dig", "saw", "paint"]);
});

test("Tab reaches one card of a column, and Shift+click chooses what the eye meets between", async ({
  boardPage,
  board,
}) => {
  const { page } = boardPage;
  const { garden } = await gardenAndHouse(board);
  const [roses] = await board.addTasks("next", "prune roses");
  await board.client.mutate("task.update", { boardId: board.id, taskId: roses, projectId: garden });
  await page.goto(`/boards/${board.id}?group=project`);
  await expect(boardPage.card("buy milk")).toBeVisible();
  await expect(page.locator("article[tabindex='0']")).toHaveCount(1);
  // In the column others stand between these two, in the lane none does.
  await boardPage.card("order seeds").click({ modifiers: ["ControlOrMeta"] });
  await boardPage.card("prune roses").click({ modifiers: ["Shift"] });
  await expect(page.locator("article[data-selected]")).toHaveCount(2);
});

test("five thousand tasks in lanes draw what is seen", async ({ signedInPage: page, board }, info) => {
  await fillLargeBoard(board, 5_000, info);
  await page.goto(`/boards/${board.id}?group=priority`);
  const cards = page.getByRole("article");
  await expect(cards.first()).toBeVisible();
  await page.locator("#board-columns").hover();
  await page.mouse.wheel(0, 20_000);
  await expect(cards.filter({ hasText: "Task 6:" })).toHaveCount(0);
  // The card Tab goes to stays drawn, whatever is seen.
  await expect
    .poll(() => cards.evaluateAll((all) => all.some((card) => card.getBoundingClientRect().top > 100)))
    .toBe(true);
  expect(await cards.count()).toBeLessThan(250);
});
