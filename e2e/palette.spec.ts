import { expectAccessible } from "./fixtures/axe.ts";
import { expect, test } from "./fixtures/test.ts";
import { Palette } from "./pages/palette.ts";
import { TaskPanel } from "./pages/task-panel.ts";

test("a task is made, moved, tagged and archived through the palette, by keyboard alone", async ({
  boardPage,
  board,
}) => {
  const { page } = boardPage;
  const palette = new Palette(page);
  await expect(boardPage.connection).toHaveText("Live");
  await palette.open();
  await palette.run("capture", "Capture into the inbox");
  await expect(page.getByLabel("What is on your mind?")).toBeFocused();
  await page.keyboard.type("buy stamps");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(page.getByLabel("What is on your mind?")).toBeHidden();
  await boardPage.card("buy stamps").focus();

  await palette.open();
  await expect(palette.root.getByRole("group", { name: "buy stamps" })).toBeVisible();
  await expectAccessible(page);
  await palette.run("mtne", "Move to Next");
  await expect(palette.root).toBeHidden();
  await boardPage.expectTitles("Next", ["buy stamps"]);
  await expect(boardPage.card("buy stamps")).toBeFocused();

  await palette.open();
  await palette.run("add tag", "Tags…");
  await expect(palette.field).toHaveAccessibleName("Tags: buy stamps");
  await palette.run("errands", "Create “errands”");
  await expect(palette.root.getByRole("option", { name: /errands.*chosen/ })).toBeVisible();
  await expectAccessible(page);
  // One page back, then out; the card has the focus as before.
  await page.keyboard.press("Backspace");
  await expect(palette.field).toHaveAccessibleName("Search and run commands");
  await page.keyboard.press("Escape");
  await expect(palette.root).toBeHidden();
  await expect(boardPage.card("buy stamps")).toBeFocused();
  await expect(boardPage.card("buy stamps").getByText("errands")).toBeVisible();

  await palette.open();
  await palette.run("archive", "Archive");
  await boardPage.expectTitles("Next", []);
  await expect.poll(() => board.titlesIn("next")).toEqual([]);
});

test("a number jumps to its task, and over the open task the palette acts on it and closes alone", async ({
  boardPage,
  board,
}) => {
  const { page } = boardPage;
  const palette = new Palette(page);
  const panel = new TaskPanel(page);
  await board.addTasks("inbox", "one", "two");
  await boardPage.expectTitles("Inbox", ["one", "two"]);
  const { key } = (await board.snapshot()).board;
  await palette.open();
  await palette.run(`${key.toLowerCase()}-2`, "two");
  await expect(panel.root).toBeVisible();
  await expect(page).toHaveURL(/\/tasks\/2-/);

  await palette.open();
  await expect(palette.root.getByRole("group", { name: "two" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(palette.root).toBeHidden();
  await palette.open();
  await page.mouse.click(5, 5);
  await expect(palette.root).toBeHidden();
  await expect(panel.root).toBeVisible();
  // One Esc each, however fast: first the palette, then the task.
  await palette.open();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(panel.root).toBeHidden();
  await palette.open();
  // Called before the task is there: it is what the palette acts on all the same.
  await palette.run(`${key}-2`, "two");
  await palette.open();
  await palette.run("priority", "Priority…");
  await palette.run("hi", "High");
  await expect(panel.field("Priority")).toContainText("High");
  await palette.open();
  await palette.run("move to doing", "Move to Doing");
  await expect(panel.field("Column")).toContainText("Doing");
  await expect.poll(() => board.titlesIn("doing")).toEqual(["two"]);
  // What was used last is offered first, after what can be done to the task.
  await panel.close();
  await page.locator("body").click({ position: { x: 2, y: 2 } });
  await palette.open();
  await expect(palette.root.getByRole("group", { name: "Recent" }).getByRole("option").first()).toContainText("two");
});

test("called in the very moment a task opens, the palette keeps the focus and gives it to the task", async ({
  boardPage,
  board,
}) => {
  const { page } = boardPage;
  const palette = new Palette(page);
  const panel = new TaskPanel(page);
  await board.addTasks("inbox", "one", "two");
  await boardPage.expectTitles("Inbox", ["one", "two"]);
  const openBothAtOnce = async (title: string) => {
    await boardPage.card(title).focus();
    // One after the other with nothing drawn in between, which no hand and no machine can promise by real keys.
    await page.evaluate(() => {
      const press = (key: string, ctrlKey: boolean) =>
        document.activeElement?.dispatchEvent(
          new KeyboardEvent("keydown", { key, ctrlKey, bubbles: true, cancelable: true }),
        );
      press("Enter", false);
      press("k", true);
    });
    await expect(page.locator("[data-task-panel]")).toBeVisible();
    await expect(palette.field).toBeFocused();
  };

  await openBothAtOnce("one");
  await expectAccessible(page);
  await expect(palette.root.getByRole("group", { name: "one" })).toBeVisible();
  await palette.run("priority", "Priority…");
  await palette.run("hi", "High");
  await expect(panel.root).toBeFocused();
  await expect(panel.field("Priority")).toContainText("High");
  await expect(palette.root).toBeHidden();
  // The task has the keys again. One that comes while the palette fades may be its own.
  const untilHeard = (key: string, heard: () => Promise<void>) =>
    expect(async () => {
      await page.keyboard.press(key);
      await heard();
    }).toPass();
  await untilHeard("j", () => expect(page).toHaveURL(/\/tasks\/2-two/, { timeout: 1_000 }));
  await expect(page.getByRole("dialog", { name: "Task: two" })).toBeFocused();
  await untilHeard("Escape", () => expect(panel.root).toBeHidden({ timeout: 1_000 }));

  // Esc closes the palette alone; a command for an open task finds it.
  await openBothAtOnce("two");
  await page.keyboard.press("Escape");
  await expect(palette.root).toBeHidden();
  await expect(panel.root).toBeFocused();
  await palette.open();
  await palette.run("archive", "Archive");
  await expect(panel.root).toBeHidden();
  await boardPage.expectTitles("Inbox", ["one"]);

  // The same by real keys, as fast as they can be pressed.
  await boardPage.card("one").focus();
  await Promise.all([page.keyboard.press("Enter"), page.keyboard.press("ControlOrMeta+k")]);
  await expect(palette.field).toBeFocused();
  await palette.run("move to next", "Move to Next");
  await expect(panel.field("Column")).toContainText("Next");
  await expect.poll(() => board.titlesIn("next")).toEqual(["one"]);
  await panel.close();

  // The task's own script comes when somebody types in the palette already.
  let bring = () => {};
  const late = new Promise<void>((resolve) => (bring = resolve));
  await page.route("**/_next/static/**/*.js*", async (route) => {
    const response = await route.fetch();
    if ((await response.text()).includes("min(820px")) await late;
    await route.fulfill({ response });
  });
  await page.reload();
  await boardPage.expectTitles("Next", ["one"]);
  await boardPage.card("one").focus();
  await page.keyboard.press("Enter");
  await palette.open();
  await page.keyboard.type("prio");
  await expect(page.locator("[data-task-panel]")).toHaveCount(0);
  bring();
  await expect(page.locator("[data-task-panel]")).toBeVisible();
  await expect(palette.field).toBeFocused();
  await expect(palette.field).toHaveValue("prio");
  await palette.run("rity", "Priority…");
  await palette.run("low", "Low");
  await expect(panel.root).toBeFocused();
  await expect(panel.field("Priority")).toContainText("Low");
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("with several cards chosen the palette acts on all of them and says so, each act one undo", async ({
  boardPage,
  board,
}) => {
  const { page } = boardPage;
  const palette = new Palette(page);
  const said = (text: string) => page.getByRole("listitem").filter({ hasText: text });
  await board.addTasks("inbox", "one", "two", "three");
  await boardPage.expectTitles("Inbox", ["one", "two", "three"]);
  await boardPage.card("one").focus();
  await page.keyboard.press("x");
  await page.keyboard.press("Shift+ArrowDown");

  await palette.open();
  const group = palette.root.getByRole("group", { name: "2 tasks selected" });
  await expect(group.getByRole("option", { name: "Archive 2 tasks" })).toBeVisible();
  for (const name of [/^Open/, /^Edit title/, /^Select/, /^Archive(?! 2)/])
    await expect(palette.root.getByRole("option", { name })).toHaveCount(0);
  await expectAccessible(page);
  await palette.run("move next", "Move 2 tasks to Next");
  await boardPage.expectTitles("Next", ["one", "two"]);
  await expect.poll(() => board.titlesIn("next")).toEqual(["one", "two"]);
  await expect(boardPage.card("one")).toBeFocused();
  await expect(said("Moved 2 tasks to Next")).toBeVisible();
  await page.keyboard.press("z");
  await boardPage.expectTitles("Inbox", ["one", "two", "three"]);

  await palette.open();
  await palette.run("add tag", "Tags of 2 tasks…");
  await expect(palette.field).toHaveAccessibleName("Tags: 2 tasks selected");
  await palette.run("errands", "Create “errands”");
  await expect(palette.root.getByRole("option", { name: /errands.*chosen$/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(boardPage.card("one")).toContainText("errands");
  await expect(boardPage.card("two")).toContainText("errands");
  // What only some of them have is told, and added to the others.
  await boardPage.card("two").focus();
  await page.keyboard.press("Shift+ArrowDown");
  await palette.open();
  await palette.run("tags", "Tags of 3 tasks…");
  await expect(palette.root.getByRole("option", { name: /errands.*chosen for some/ })).toBeVisible();
  await expectAccessible(page);
  await palette.run("errands", "errands");
  await expect(palette.root.getByRole("option", { name: /errands.*chosen$/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(boardPage.card("three")).toContainText("errands");
  await page.keyboard.press("z");
  await expect(boardPage.card("three")).not.toContainText("errands");
  await expect(boardPage.card("two")).toContainText("errands");

  await palette.open();
  await palette.run("deadline", "Due date of 3 tasks…");
  await palette.run("tod", "Today");
  for (const title of ["one", "two", "three"]) await expect(boardPage.card(title)).toContainText(/today/i);

  await palette.open();
  await palette.run("trash", "Move 3 tasks to trash");
  await boardPage.expectTitles("Inbox", []);
  await said("Moved 3 tasks to the trash").getByRole("button", { name: "Undo" }).click();
  await boardPage.expectTitles("Inbox", ["one", "two", "three"]);
  await expect.poll(() => board.titlesIn("inbox")).toEqual(["one", "two", "three"]);

  // With nothing chosen it is about the one card again.
  await boardPage.card("two").focus();
  await page.keyboard.press("x");
  await palette.open();
  await palette.run("clear sel", "Clear selection");
  await expect(page.getByRole("region", { name: "Selected tasks" })).toBeHidden();
  await palette.open();
  await expect(
    palette.root.getByRole("group", { name: "two" }).getByRole("option", { name: /^Archive/ }),
  ).toBeVisible();
  await palette.run("arch", "Archive");
  await boardPage.expectTitles("Inbox", ["one", "three"]);
});

test("keys set fields at the card itself, without opening its task", async ({ boardPage, board }) => {
  const { page } = boardPage;
  await board.addTasks("inbox", "one", "three");
  await boardPage.expectTitles("Inbox", ["one", "three"]);
  await boardPage.card("one").focus();
  await page.keyboard.press("l");
  await expect(page.getByRole("combobox", { name: "Find or create a tag" })).toBeFocused();
  await page.keyboard.type("home");
  await page.keyboard.press("Enter");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(boardPage.card("one")).toBeFocused();
  await expect(boardPage.card("one").getByText("home", { exact: true })).toBeVisible();
  await page.keyboard.press("1");
  await expect(boardPage.card("one").getByText("home", { exact: true })).toBeHidden();
  await expect(boardPage.announcements).toHaveText("Took home off one");

  await page.keyboard.press("d");
  await page
    .getByRole("dialog", { name: "Due" })
    .getByRole("button", { name: /^Today/ })
    .press("Enter");
  await expect(boardPage.card("one")).toBeFocused();
  await expect(boardPage.card("one")).toContainText(/today/i);

  await page.keyboard.press("a");
  await expect(page.getByRole("combobox", { name: "Find a member" })).toBeFocused();
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("option", { selected: true })).toHaveCount(1);
  await page.keyboard.press("Escape");
  const one = async () => (await board.snapshot()).tasks.find(({ title }) => title === "one");
  await expect.poll(async () => (await one())?.assigneeIds.length).toBe(1);

  await page.keyboard.press("t");
  await expect(page.getByRole("textbox", { name: "Title" })).toBeFocused();
  await page.keyboard.type("one and a half");
  await page.keyboard.press("Enter");
  await expect(boardPage.card("one and a half")).toBeFocused();

  await page.keyboard.press("n");
  await expect(page.getByRole("textbox", { name: "New task in Inbox" })).toBeFocused();
  await page.keyboard.type("two");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await boardPage.expectTitles("Inbox", ["one and a half", "two", "three"]);
  await page.keyboard.press(">");
  await boardPage.expectTitles("Next", ["one and a half"]);
  await expect.poll(() => board.titlesIn("inbox")).toEqual(["two", "three"]);
});

test("keys are changed, taken over from others, kept after a reload, and set back", async ({ boardPage, board }) => {
  const { page } = boardPage;
  await board.addTasks("inbox", "one", "two");
  await boardPage.expectTitles("Inbox", ["one", "two"]);
  await boardPage.card("one").focus();
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(sheet.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("archi");
  await expect(sheet.getByRole("term")).toHaveText(["Archive"]);
  await sheet.getByRole("button", { name: "Change keys…" }).press("Enter");

  const settings = page.getByRole("dialog", { name: "Change keyboard shortcuts" });
  await expectAccessible(page);
  await settings.getByRole("button", { name: "Change Archive, now e" }).press("Enter");
  await expect(settings.getByRole("group", { name: "Keys for Archive" })).toBeFocused();
  await page.keyboard.press("c");
  await expect(settings.getByText("c is taken: Capture into the inbox")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(settings.getByRole("button", { name: "Change Archive, now e" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("c");
  await settings.getByRole("button", { name: "Take over" }).press("Enter");
  await expect(settings.getByRole("button", { name: "Change Archive, now c" })).toBeFocused();
  await expect(settings.getByRole("button", { name: "Change Capture into the inbox, now q" })).toBeVisible();
  await settings.getByRole("button", { name: /^Change Go to boards/ }).press("Enter");
  await page.keyboard.press("g");
  await page.keyboard.press("h");
  await page.keyboard.press("Enter");
  await expect(settings.getByRole("button", { name: "Change Go to boards, now g then h" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(settings).toBeHidden();

  await page.reload();
  await boardPage.expectTitles("Inbox", ["one", "two"]);
  await boardPage.card("one").focus();
  await page.keyboard.press("c");
  await boardPage.expectTitles("Inbox", ["two"]);
  await page.keyboard.press("?");
  await page.getByRole("button", { name: "Change keys…" }).press("Enter");
  await settings.getByRole("button", { name: "Reset all" }).press("Enter");
  await expect(settings.getByRole("button", { name: "Change Archive, now e" })).toBeVisible();
  await settings.getByRole("radio", { name: "As in Trello" }).press("Space");
  await expect(settings.getByRole("button", { name: "Change Archive, now c" })).toBeVisible();
  await expect(settings.getByRole("button", { name: "Change Assign…, now m" })).toBeVisible();

  // Without single keys, letters do nothing; the palette and a card's own keys still do.
  await settings.getByRole("checkbox", { name: "Single-key shortcuts" }).press("Space");
  await page.keyboard.press("Escape");
  await boardPage.card("two").focus();
  await page.keyboard.press("c");
  await page.keyboard.press("Shift+ArrowRight");
  await boardPage.expectTitles("Next", ["two"]);
  await page.keyboard.press("ControlOrMeta+z");
  await boardPage.expectTitles("Inbox", ["two"]);
  await new Palette(page).open();
});
