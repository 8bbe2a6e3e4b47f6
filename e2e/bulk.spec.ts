import type { Page } from "@playwright/test";
import { expectAccessible } from "./fixtures/axe.ts";
import { expect, test } from "./fixtures/test.ts";

const bar = (page: Page) => page.getByRole("region", { name: "Selected tasks" });
const toast = (page: Page, text: string | RegExp) => page.getByRole("listitem").filter({ hasText: text });

test("tasks are chosen by keyboard and moved, tagged and archived together, each taken back by one undo", async ({
  boardPage,
  board,
}) => {
  const { page, announcements } = boardPage;
  await board.addTasks("inbox", "one", "two", "three", "four");
  await boardPage.expectTitles("Inbox", ["one", "two", "three", "four"]);
  await boardPage.card("one").focus();
  await page.keyboard.press("x");
  await expect(announcements).toHaveText("1 task selected");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowUp");
  await expect(announcements).toHaveText("2 tasks selected");
  await expect(boardPage.card("two")).toBeFocused();
  await expect(boardPage.card("two")).toHaveAccessibleDescription("Selected");
  await expect(bar(page)).toContainText("2 selected");
  await expectAccessible(page);

  await page.keyboard.press("l");
  await expect(page.getByRole("combobox", { name: "Find or create a tag" })).toBeFocused();
  await page.keyboard.type("errand");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("option", { name: "errand" })).toHaveAttribute("aria-selected", "true");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(toast(page, "Added #errand to 2 tasks")).toBeVisible();
  await expect(boardPage.card("one")).toContainText("errand");
  await expect(boardPage.card("two")).toBeFocused();

  await page.keyboard.press("Shift+ArrowRight");
  await boardPage.expectTitles("Next", ["one", "two"]);
  await boardPage.expectTitles("Inbox", ["three", "four"]);
  await expect.poll(() => board.titlesIn("next")).toEqual(["one", "two"]);
  await page.keyboard.press("z");
  await boardPage.expectTitles("Inbox", ["one", "two", "three", "four"]);

  await boardPage.card("one").focus();
  await page.keyboard.press("e");
  await boardPage.expectTitles("Inbox", ["three", "four"]);
  await expect(bar(page)).toBeHidden();
  await expect(boardPage.card("three")).toBeFocused();
  await toast(page, "Archived 2 tasks").getByRole("button", { name: "Undo" }).click();
  await boardPage.expectTitles("Inbox", ["one", "two", "three", "four"]);
  await expect.poll(() => board.titlesIn("inbox")).toEqual(["one", "two", "three", "four"]);
});

test("Ctrl+A chooses the column, then the board; a filter keeps what it shows; Esc gives up", async ({
  boardPage,
  board,
}) => {
  const { page } = boardPage;
  await board.addTasks("inbox", ...Array.from({ length: 80 }, (_, n) => `task ${n}`));
  await board.addTasks("next", "other");
  await expect(boardPage.card("task 0")).toBeVisible();
  await boardPage.card("task 0").focus();
  await page.keyboard.press("Control+a");
  await expect(bar(page)).toContainText("80 selected");
  await page.keyboard.press("Control+a");
  await expect(bar(page)).toContainText("81 selected");
  await page.getByRole("searchbox", { name: "Filter tasks" }).fill("other");
  await expect(bar(page)).toContainText("1 selected");
  await page.getByRole("searchbox", { name: "Filter tasks" }).fill("");
  await boardPage.card("task 0").focus();
  await page.keyboard.press("Escape");
  await expect(bar(page)).toBeHidden();

  // A range reaches cards that are not drawn.
  await page.keyboard.press("x");
  await page.keyboard.press("Shift+End");
  await expect(bar(page)).toContainText("80 selected");
  await page.keyboard.press("m");
  const move = page.getByRole("dialog", { name: "Move 80 tasks" });
  await move.getByLabel("Column").selectOption({ label: "Someday" });
  await move.getByRole("button", { name: "Move", exact: true }).click();
  await expect.poll(async () => (await board.titlesIn("someday")).length).toBe(80);
  expect((await board.titlesIn("someday")).slice(0, 3)).toEqual(["task 0", "task 1", "task 2"]);
});

test("Shift+click takes a range over columns, Ctrl+click one more, a box what it touches; three are dragged at once", async ({
  boardPage,
  board,
}) => {
  const { page } = boardPage;
  await board.addTasks("inbox", "one", "two", "three");
  await board.addTasks("next", "four", "five");
  await boardPage.expectTitles("Next", ["four", "five"]);
  await boardPage.card("two").click({ modifiers: ["ControlOrMeta"] });
  await boardPage.card("four").click({ modifiers: ["Shift"] });
  await expect(bar(page)).toContainText("3 selected");
  await boardPage
    .card("three")
    .getByRole("link")
    .click({ modifiers: ["ControlOrMeta"] });
  await expect(bar(page)).toContainText("2 selected");
  expect(page.url()).not.toContain("/tasks/");
  await boardPage.card("three").click({ modifiers: ["ControlOrMeta"] });

  await boardPage.drag(boardPage.card("three"), boardPage.column("Waiting"));
  await boardPage.expectTitles("Waiting", ["two", "three", "four"]);
  await expect.poll(() => board.titlesIn("waiting")).toEqual(["two", "three", "four"]);
  await toast(page, "Moved 3 tasks to Waiting").getByRole("button", { name: "Undo" }).click();
  await boardPage.expectTitles("Inbox", ["one", "two", "three"]);
  await boardPage.expectTitles("Next", ["four", "five"]);

  const from = (await boardPage.card("five").boundingBox())!;
  const to = (await boardPage.card("two").boundingBox())!;
  await page.mouse.move(from.x + from.width / 2, from.y + from.height + 60);
  await page.mouse.down();
  await page.mouse.move(to.x + 40, to.y + to.height / 2, { steps: 8 });
  await expect(page.locator("[data-rubber-band]")).toBeVisible();
  await page.mouse.up();
  await expect(page.locator("[data-rubber-band]")).toHaveCount(0);
  await expect(page.locator("article[data-selected]")).toHaveText([/two/, /three/, /five/]);
  await page.mouse.click(from.x + from.width / 2, from.y + from.height + 60);
  await expect(bar(page)).toBeHidden();
});

test("a card's menu opens at the pointer or by key and acts on the selection it belongs to", async ({
  boardPage,
  board,
}) => {
  const { page } = boardPage;
  await board.addTasks("inbox", "one", "two", "three");
  await boardPage.expectTitles("Inbox", ["one", "two", "three"]);
  await boardPage.card("one").click({ button: "right", position: { x: 60, y: 12 } });
  const one = page.getByRole("menu", { name: "Menu of task one" });
  await expect(one).toBeVisible();
  const [card, menu] = [(await boardPage.card("one").boundingBox())!, (await one.boundingBox())!];
  expect(Math.abs(menu.x - (card.x + 60))).toBeLessThan(12);
  await page.keyboard.press("Escape");
  await expect(boardPage.card("one")).toBeFocused();

  await page.keyboard.press("x");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+F10");
  const two = page.getByRole("menu", { name: "Menu of 2 tasks" });
  await expect(two).toBeVisible();
  await expectAccessible(page);
  await two.getByRole("menuitem", { name: "Move to trash" }).click();
  await boardPage.expectTitles("Inbox", ["three"]);
  await expect(toast(page, "Moved 2 tasks to the trash")).toBeVisible();
});

test("a full column that asks: swap, finish, send to Waiting or go over, each one undo", async ({
  boardPage,
  board,
}) => {
  const { page } = boardPage;
  await board.client.mutate("board.update", { boardId: board.id, wipPolicy: "ask" });
  await board.addTasks("doing", "oldest", "middle", "newest");
  await board.addTasks("next", "urgent", "other");
  await boardPage.expectTitles("Next", ["urgent", "other"]);
  const chooser = page.getByRole("dialog", { name: "Doing is full" });
  const ask = async () => {
    await boardPage.card("urgent").focus();
    await page.keyboard.press("Shift+ArrowRight");
    await expect(chooser).toBeVisible();
  };
  const undo = async () => {
    await page.keyboard.press("z");
    await boardPage.expectTitles("Doing", ["oldest", "middle", "newest"]);
    await boardPage.expectTitles("Next", ["urgent", "other"]);
  };

  await ask();
  await expect(chooser.getByRole("button", { name: /Swap with the oldest/ })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("s");
  await boardPage.expectTitles("Doing", ["urgent", "middle", "newest"]);
  await boardPage.expectTitles("Next", ["oldest", "other"]);
  await expect.poll(() => board.titlesIn("next")).toEqual(["oldest", "other"]);
  await undo();

  await ask();
  await chooser.getByLabel(/^middle/).check();
  await chooser.getByRole("button", { name: /^Finish/ }).click();
  await boardPage.expectTitles("Done", ["middle"]);
  await boardPage.expectTitles("Doing", ["urgent", "oldest", "newest"]);
  await undo();

  await ask();
  await page.keyboard.press("w");
  await boardPage.expectTitles("Waiting", ["oldest"]);
  await undo();

  await ask();
  await chooser.getByLabel("Reason").fill("the roof leaks");
  await page.keyboard.press("Enter");
  await expect(chooser).toBeHidden();
  await expect.poll(() => board.titlesIn("doing")).toHaveLength(4);
});

test("a task that comes back into a column that has filled up leads to the same choice", async ({
  boardPage,
  board,
  guard,
}) => {
  const { page } = boardPage;
  guard.allow(/409 \(Conflict\)/);
  await board.client.mutate("board.update", { boardId: board.id, wipPolicy: "ask" });
  const [taskId] = await board.addTasks("doing", "lost");
  await board.client.mutate("task.archive", { boardId: board.id, taskId });
  await board.addTasks("doing", "a", "b", "c");
  await page.reload();
  await boardPage.expectTitles("Doing", ["a", "b", "c"]);
  await page.getByRole("button", { name: "Board menu" }).click();
  await page.getByRole("menuitem", { name: "Archive and trash…" }).click();
  await page.getByRole("button", { name: "Restore lost" }).click();
  const offer = page
    .getByRole("listitem")
    .filter({ hasText: "Doing is full" })
    .getByRole("button", { name: "Make room…" });
  const chooser = page.getByRole("dialog", { name: "Doing is full" });
  // A tab that has seen the task leave asks at once; one that has not hears it from the server.
  await expect(offer.or(chooser)).toBeVisible();
  if (!(await chooser.isVisible())) await offer.click();
  await chooser.getByRole("button", { name: /^Finish/ }).click();
  await expect.poll(() => board.titlesIn("done")).toEqual(["a"]);
  await expect.poll(() => board.titlesIn("doing")).toEqual(["b", "c", "lost"]);
});
