import type { Page } from "@playwright/test";
import { expectAccessible } from "./fixtures/axe.ts";
import { expect, test } from "./fixtures/test.ts";
import { TaskPanel } from "./pages/task-panel.ts";

/** The lines of the checklist that axe cannot see. Lifting by keyboard, and that it is said: keyboard.spec.ts. */

const pageWidth = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test("every drag has another way: cards and columns move by menu", async ({ boardPage, board }) => {
  const { page } = boardPage;
  await board.addTasks("inbox", "carry me");
  const menu = await boardPage.openCardMenu("carry me");
  await expect(menu.getByRole("menuitem", { name: "Move to…" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Menu of column Inbox" }).click();
  await page.getByRole("menuitem", { name: "Move right" }).click();
  await expect(boardPage.announcements).toHaveText("Moved column Inbox to place 2 of 6");
  await expect.poll(async () => columnNames(page)).toEqual(["Next", "Inbox", "Doing", "Waiting", "Someday", "Done"]);
});

test("what the keys do is on the screen while a card has the keyboard's focus", async ({ boardPage, board }) => {
  const { page } = boardPage;
  await board.addTasks("inbox", "one", "two");
  await boardPage.expectTitles("Inbox", ["one", "two"]);
  const instructions = page.getByText("Space lifts, Shift+arrows move");
  await expect(instructions).toBeHidden();
  await boardPage.card("one").focus();
  await page.keyboard.press("ArrowDown");
  await expect(instructions).toBeVisible();
  await page.keyboard.press("Space");
  await expect(page.getByText("Arrows move, Space drops, Esc puts it back", { exact: true })).toBeVisible();
});

test("under reduced motion nothing keeps moving", async ({ boardPage }) => {
  const { page } = boardPage;
  await page.locator("body").press("c");
  await expect(page.getByRole("dialog", { name: "Capture" })).toBeVisible();
  const longest = await page.evaluate(() =>
    Math.max(0, ...document.getAnimations().map((one) => Number(one.effect?.getComputedTiming().activeDuration ?? 0))),
  );
  expect(longest).toBeLessThanOrEqual(1);
});

test("where colours are forced, focus, selection and state are drawn as edges", async ({ boardPage, board }) => {
  const { page } = boardPage;
  await page.emulateMedia({ forcedColors: "active" });
  await board.addTasks("inbox", "one", "two");
  await boardPage.expectTitles("Inbox", ["one", "two"]);
  await boardPage.card("one").focus();
  await page.keyboard.press("ArrowDown");
  const edgeOf = (element: Element) => {
    const { outlineStyle, outlineWidth, borderTopWidth } = getComputedStyle(element);
    return { outline: outlineStyle === "none" ? 0 : Number.parseFloat(outlineWidth), border: borderTopWidth };
  };
  expect((await boardPage.card("two").evaluate(edgeOf)).outline).toBeGreaterThanOrEqual(2);
  expect((await boardPage.card("one").evaluate(edgeOf)).border).toBe("1px");
  const current = page.getByRole("navigation", { name: "Main" }).locator("[aria-current=page]");
  expect((await current.evaluate(edgeOf)).outline).toBeGreaterThanOrEqual(2);
  expect((await page.getByRole("button", { name: "Capture", exact: true }).first().evaluate(edgeOf)).border).toBe(
    "1px",
  );
});

for (const { what, width, height } of [
  { what: "at 200 % zoom", width: 720, height: 450 },
  { what: "at 320 px", width: 320, height: 640 },
]) {
  test(`${what} nothing is lost and no page scrolls sideways`, async ({ boardPage, board }) => {
    const { page } = boardPage;
    await page.setViewportSize({ width, height });
    await board.addTasks("inbox", "a title that does not fit on one line when the letters are this large");
    await expect(boardPage.tasksIn("Inbox")).toHaveCount(1);
    expect(await pageWidth(page)).toBe(0);
    await page.getByRole("button", { name: "Capture", exact: true }).locator("visible=true").click();
    const capture = page.getByRole("dialog", { name: "Capture" });
    await expect(capture.getByRole("button", { name: "Capture", exact: true })).toBeInViewport({ ratio: 1 });
    await page.keyboard.press("Escape");
    await boardPage.tasksIn("Inbox").getByRole("link").click();
    const panel = new TaskPanel(page);
    await expect(panel.root.getByRole("button", { name: "Close" })).toBeInViewport({ ratio: 1 });
    await panel.field("Due").scrollIntoViewIfNeeded();
    await expect(panel.field("Due")).toBeInViewport({ ratio: 1 });
    expect(await pageWidth(page)).toBe(0);
    for (const path of ["/boards", "/sign-in"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await pageWidth(page)).toBe(0);
    }
  });
}

test("colour never says it alone: what is late says so", async ({ boardPage, board, client }) => {
  const [taskId] = await board.addTasks("inbox", "pay");
  await client.mutate("task.update", { boardId: board.id, taskId, dueAt: "2020-01-01" });
  await expect(boardPage.card("pay").getByText(/^Due: Overdue \d+ d$/)).toBeAttached();
  await expect(boardPage.column("Doing")).toHaveAccessibleName("Doing, 0 of 3");
});

test("words written from right to left run that way, each by itself", async ({ boardPage, board, client }) => {
  const { page } = boardPage;
  const title = "לקנות חלב ב-Tesco";
  const [taskId] = await board.addTasks("next", title, "buy bread");
  await client.mutate("task.update", { boardId: board.id, taskId, notes: "שני ליטר" });
  const words = (text: string) => page.getByText(text, { exact: true }).first();
  await expect(words(title)).toHaveCSS("direction", "rtl");
  await expect(words("buy bread")).toHaveCSS("direction", "ltr");
  await boardPage.card(title).getByRole("link").click();
  const panel = new TaskPanel(page);
  await expect(panel.root.getByRole("textbox", { name: "Title" })).toHaveCSS("direction", "rtl");
  await expect(panel.notes.getByText("שני ליטר")).toHaveCSS("direction", "rtl");
});

test("a page has its language, landmarks, headings in order, and a way past the rail", async ({ boardPage }) => {
  const { page } = boardPage;
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("main")).toHaveCount(1);
  await expect(page.getByRole("navigation", { name: "Main" })).toHaveCount(1);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  const levels = await page
    .getByRole("main")
    .getByRole("heading")
    .evaluateAll((headings) => headings.map((heading) => Number(heading.tagName.slice(1))));
  expect(levels[0]).toBe(1);
  for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);

  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("the title says where one is: the board, the task over it, the board again", async ({ boardPage, board }) => {
  const { page } = boardPage;
  await board.addTasks("next", "read me");
  await expect(page).toHaveTitle("Home · Personal Kanban");
  await boardPage.card("read me").getByRole("link").click();
  await expect(page).toHaveTitle("read me · Home · Personal Kanban");
  await new TaskPanel(page).close();
  await expect(page).toHaveTitle("Home · Personal Kanban");
});

test("the design page shows every component in both themes, and all of them pass", async ({ page }) => {
  // The largest page there is, looked through three times.
  test.slow();
  await page.goto("/design");
  await expect(page.getByRole("heading", { name: "Card, column, composer" })).toBeVisible();
  await expect(page.getByRole("article", { name: "Buy filters for the ventilation" })).toHaveCount(2);
  const canvasOf = (theme: string) =>
    page
      .locator(`main [data-theme=${theme}]`)
      .first()
      .evaluate((side) => getComputedStyle(side).backgroundColor);
  expect(await canvasOf("light")).not.toBe(await canvasOf("dark"));
  const tooFaint = await page
    .locator("[data-least]")
    .evaluateAll((all: HTMLElement[]) =>
      all
        .filter((one) => !(Number(one.innerText) >= Number(one.dataset["least"])))
        .map((one) => `${one.getAttribute("style")} ${one.innerText}`),
    );
  expect(tooFaint).toEqual([]);
  await expectAccessible(page);
  for (const theme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await page.getByRole("button", { name: "Open menu" }).click();
    await expect(page.getByRole("menu")).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Open dialog" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
  }
  expect(await pageWidth(page)).toBe(0);
});

test("a denser board is denser before the first paint, and stays so", async ({ boardPage, board }) => {
  const { page } = boardPage;
  await board.addTasks("inbox", "one");
  await expect(boardPage.card("one")).toBeVisible();
  const height = () => boardPage.card("one").evaluate((card) => card.getBoundingClientRect().height);
  const before = await height();
  await page.getByRole("button", { name: "Account of Vera Example" }).click();
  await page.getByRole("menuitemradio", { name: "Compact" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-density", "compact");
  await expect.poll(height).toBeLessThan(before - 8);
  const html = await (await page.request.get(`/boards/${board.id}`)).text();
  expect(html).toMatch(/<html[^>]*data-density="compact"/);
});

function columnNames(page: Page): Promise<string[]> {
  return page.locator("#board-columns h2").allInnerTexts();
}
