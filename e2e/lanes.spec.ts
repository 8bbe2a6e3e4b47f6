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

test("a card is lifted, carried over lanes, dropped and taken back by keyboard, and every step is said", async ({
  boardPage,
  board,
}) => {
  const { page, announcements } = boardPage;
  const { roof, garden, house, projectOf } = await gardenAndHouse(board);
  await page.goto(`/boards/${board.id}?group=project`);
  const card = boardPage.card("call the roofer");
  const cell = (column: string, lane: string) => page.getByRole("list", { name: `Tasks in ${column}, ${lane}` });
  await card.focus();
  await page.keyboard.press("Space");
  await expect(announcements).toHaveText(/^Lifted call the roofer, position 1 of 1 in Next, House\./);
  await page.keyboard.press("ArrowRight");
  await expect(announcements).toHaveText("Held at position 1 of 1 in Doing, House");
  await expect(cell("Doing", "House")).toContainText("call the roofer");
  await expect(cell("Next", "House")).not.toContainText("call the roofer");
  await page.keyboard.press("ArrowUp");
  await expect(announcements).toHaveText("Held at position 1 of 1 in Doing, Garden");
  await expect(card).toBeFocused();
  await expect(page.locator("article[tabindex='0']").filter({ hasText: "call the roofer" })).toHaveCount(1);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(announcements).toHaveText("Cancelled. call the roofer is back at position 1 of 1 in Next, House");
  await expect(card).toBeFocused();
  expect(await board.titlesIn("next")).toEqual(["order seeds", "call the roofer", "buy milk"]);

  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowUp");
  await expect(announcements).toHaveText("Held at position 2 of 2 in Next, Garden");
  await page.keyboard.press("ArrowUp");
  await expect(announcements).toHaveText("Held at position 1 of 2 in Next, Garden");
  expect(await projectOf(roof)).toBe(house);
  await page.keyboard.press("Enter");
  await expect(announcements).toHaveText("Dropped call the roofer at position 1 of 2 in Next, Garden");
  await expect(card).toBeFocused();
  await expect.poll(() => projectOf(roof)).toBe(garden);
  await expect.poll(() => board.titlesIn("next")).toEqual(["call the roofer", "order seeds", "buy milk"]);
  await page.keyboard.press("z");
  await expect.poll(() => projectOf(roof)).toBe(house);
  await expect.poll(() => board.titlesIn("next")).toEqual(["order seeds", "call the roofer", "buy milk"]);

  await card.focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await page.keyboard.press("Space");
  await expect(announcements).toHaveText("Dropped call the roofer at position 2 of 2 in Next, No project");
  await expect.poll(() => projectOf(roof)).toBeNull();
});

test("a task added in a lane takes its value, which a chip shows, unless its line says another", async ({
  boardPage,
  board,
}) => {
  const { page, announcements } = boardPage;
  const { garden, house } = await gardenAndHouse(board);
  await page.goto(`/boards/${board.id}?group=project`);
  const field = page.getByRole("textbox", { name: /^New task in / });
  const chips = page.getByRole("list", { name: "Understood" }).getByRole("button");
  const task = async (title: string) => (await board.snapshot()).tasks.find((each) => each.title === title);
  const addIn = async (where: string) => {
    const button = page.getByRole("button", { name: `Add a task to ${where}`, exact: true });
    await button.locator("..").hover();
    await button.click();
    await expect(page.getByRole("textbox", { name: `New task in ${where}`, exact: true })).toBeFocused();
  };

  // At a card, by key: below it.
  await boardPage.card("order seeds").focus();
  await page.keyboard.press("n");
  await expect(page.getByRole("textbox", { name: "New task in Next, Garden" })).toBeFocused();
  await expect(chips).toHaveAccessibleName("Remove project Garden");
  await expectAccessible(page);
  await field.pressSequentially("prune roses");
  await page.keyboard.press("Enter");
  await expect(announcements).toHaveText("Added prune roses to Next, Garden");
  await expect.poll(() => task("prune roses")).toMatchObject({ projectId: garden });
  await field.pressSequentially("paint the door +House");
  await expect(chips).toHaveAccessibleName("Remove project House");
  await page.keyboard.press("Enter");
  await expect(announcements).toHaveText("Added paint the door to Next, House");
  await expect.poll(() => task("paint the door")).toMatchObject({ projectId: house });
  await page.keyboard.press("Escape");
  await page.locator("body").press("z");
  await expect.poll(() => task("paint the door")).toBeUndefined();

  // In a cell by pointer, also with the lane's value given up, and where there is none to take.
  await addIn("Doing, House");
  await field.fill("fix the tap");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("list", { name: "Tasks in Doing, House" })).toContainText("fix the tap");
  await chips.click();
  await expect(chips).toHaveCount(0);
  await field.fill("file the taxes");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("list", { name: "Tasks in Doing, No project" })).toContainText("file the taxes");
  await expect(chips).toHaveAccessibleName("Remove project House");
  await expect.poll(() => task("file the taxes")).toMatchObject({ projectId: null });
  await expect.poll(() => task("fix the tap")).toMatchObject({ projectId: house });
  await page.keyboard.press("Escape");
  await addIn("Next, No project");
  await expect(chips).toHaveCount(0);
  await page.keyboard.press("Escape");

  // In a folded lane by key from its head, which opens it; people are lanes, too.
  await page.goto(`/boards/${board.id}?group=assignee`);
  const [me] = (await board.snapshot()).members;
  const head = page.getByRole("button", { name: new RegExp(`^${me!.name}`), expanded: true });
  await head.click();
  await page.keyboard.press("n");
  await expect(page.getByRole("textbox", { name: `New task in Inbox, ${me!.name}` })).toBeFocused();
  await expect(chips).toHaveAccessibleName(`Remove assignee ${me!.name}`);
  await expectAccessible(page);
  await field.fill("write the report");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("list", { name: `Tasks in Inbox, ${me!.name}` })).toContainText("write the report");
  await expect.poll(() => task("write the report")).toMatchObject({ assigneeIds: [me!.userId] });
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
