import type { Page } from "@playwright/test";
import { expectAccessible } from "./fixtures/axe.ts";
import { addContext, addProject, fillLists, keepForReference, updateTask, waitFor } from "./fixtures/fill-lists.ts";
import { dayFromNow } from "./fixtures/day-from-now.ts";
import { expect, test } from "./fixtures/test.ts";

const rowsOf = (page: Page) => page.getByRole("main").locator("[data-row]");
const titles = (page: Page) => rowsOf(page).locator("> div > a");

test("next actions of all boards stand under where they can be done, and are worked through by keys", async ({
  signedInPage: page,
  board,
  client,
}) => {
  const work = await client.createBoard("Work");
  const [call, read] = await board.addTasks("next", "call the plumber", "read the report");
  const [write] = await work.addTasks("next", "write the offer");
  await board.addTasks("someday", "learn to sail");
  const [deferred] = await board.addTasks("next", "plan the spring");
  await updateTask(board, call, { contextIds: [await addContext(board, "phone")], priority: "high" });
  await updateTask(board, read, { contextIds: [await addContext(board, "desk")] });
  await updateTask(work, write, { contextIds: [await addContext(work, "Desk")] });
  await updateTask(board, deferred, { deferUntil: dayFromNow(5) });

  await page.goto("/boards");
  await expect(page.getByRole("main").getByRole("link", { name: "Work" })).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("n");
  await expect(page).toHaveURL(/\/lists\/next$/);
  await expect(page.getByRole("main").getByRole("heading", { level: 2 })).toHaveText([/^@phone/, /^@desk/i]);
  await expect(page.getByText("3 next actions")).toBeVisible();

  await page.keyboard.press("j");
  await expect(page.getByRole("link", { name: "call the plumber" })).toBeFocused();
  await page.keyboard.press("e");
  await expect.poll(() => board.titlesIn("done")).toEqual(["call the plumber"]);
  // The row that comes into its place has the focus.
  await expect(page.getByRole("link", { name: "read the report" })).toBeFocused();
  await page.keyboard.press("z");
  await expect.poll(() => board.titlesIn("done")).toEqual([]);
  await expect(titles(page)).toHaveCount(3);

  await page.getByRole("link", { name: "read the report" }).focus();
  await page.keyboard.press("h");
  await expect(titles(page)).toHaveCount(2);
  await page.getByRole("link", { name: "write the offer" }).focus();
  await page.keyboard.press("k");
  await expect(page.getByRole("link", { name: "call the plumber" })).toBeFocused();
  await page.keyboard.press("s");
  await expect.poll(() => board.titlesIn("doing")).toEqual(["call the plumber"]);
  await page.getByRole("link", { name: "write the offer" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/boards/${work.id}/tasks/1-`));
});

test("whoever is waited for is nudged: a reminder to copy, a day to ask again and a note, undone as one", async ({
  signedInPage: page,
  board,
  client,
}) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const work = await client.createBoard("Work");
  const [quote, label] = await board.addTasks("waiting", "Quote for the door", "Return label");
  const [figures] = await work.addTasks("next", "Figures");
  await waitFor(board, quote, "Bob");
  await waitFor(board, label, "Ann Lee", dayFromNow(-1));
  await waitFor(work, figures, "bob", dayFromNow(2));
  await page.goto("/lists/waiting");
  await expect(page.getByRole("main").getByRole("heading", { level: 2 })).toHaveText([/^Ann Lee/, /^bob/i]);
  await expect(page.getByRole("region", { name: /^Ann Lee/ }).getByRole("listitem")).toHaveCount(1);
  await expect(page.getByText(/3 waited for · 1 to ask again/)).toBeVisible();
  await expect(rowsOf(page).first()).toContainText("Ask again: was due");
  await expect(rowsOf(page).nth(1)).toContainText("9 d, since");

  const cardOf = async () => (await board.snapshot()).tasks.find(({ id }) => id === quote);
  await page.getByRole("link", { name: "Quote for the door" }).focus();
  await page.keyboard.press("r");
  await expect(page.getByText(/^Reminder copied · ask again/)).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("Hi Bob,");
  expect(copied).toContain("“Quote for the door”");
  await expect.poll(async () => (await cardOf())?.commentCount).toBe(1);
  expect((await cardOf())?.waitingFor?.followUpOn).toBe(dayFromNow(3));
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(async () => (await cardOf())?.commentCount).toBe(0);
  expect((await cardOf())?.waitingFor?.followUpOn).toBeNull();

  await page.getByRole("link", { name: "Quote for the door" }).hover();
  await page.getByRole("button", { name: "Quote for the door came in: make it a next action" }).click();
  await expect.poll(() => board.titlesIn("next")).toEqual(["Quote for the door"]);
  expect((await cardOf())?.waitingFor).toBeNull();
  // Waited for where it stood: it stays there, and waits no more.
  await page.getByRole("link", { name: "Figures" }).focus();
  await page.keyboard.press("n");
  await expect(rowsOf(page)).toHaveCount(1);
  await expect.poll(() => work.titlesIn("next")).toEqual(["Figures"]);

  await rowsOf(page).hover();
  await page.getByRole("button", { name: "More for Return label" }).click();
  await page.getByRole("menuitem", { name: "Ask again on…" }).click();
  const dialog = page.getByRole("dialog", { name: "Ask again on" });
  await expectAccessible(page);
  await dialog.getByLabel("Day").fill(dayFromNow(8));
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect
    .poll(async () => (await board.snapshot()).tasks.find(({ id }) => id === label)?.waitingFor?.followUpOn)
    .toBe(dayFromNow(8));
});

test("what is put off is out of sight, and comes back into sight on its day until it is dealt with", async ({
  signedInPage: page,
  board,
}) => {
  const [sail, ferry] = await board.addTasks("someday", "learn to sail", "book the ferry");
  await updateTask(board, sail, { deferUntil: dayFromNow(1) });
  await updateTask(board, ferry, { deferUntil: dayFromNow(20) });
  await page.goto("/lists/someday");
  await expect(page.getByText("Nothing for some day")).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("d");
  await expect(page.getByRole("main").getByRole("heading", { level: 2 })).toHaveText([/^Tomorrow/, /^Within a month/]);
  await page.getByRole("link", { name: "book the ferry" }).hover();
  await page.getByRole("button", { name: "Bring book the ferry back now" }).click();
  await expect(rowsOf(page)).toHaveCount(1);

  await page.clock.setFixedTime(Date.now() + 86_400_000);
  await page.goto("/lists/someday");
  await expect(titles(page)).toHaveText(["learn to sail", "book the ferry"]);
  await expect(rowsOf(page).first()).toContainText("Back since");
  await page.goto("/today");
  await expect(titles(page)).toHaveText(["learn to sail"]);
  await page.keyboard.press("j");
  await expect(page.getByRole("link", { name: "learn to sail" })).toBeFocused();
  await page.getByRole("button", { name: "More for learn to sail" }).click();
  await page.getByRole("menuitem", { name: "Leave it here" }).click();
  await expect(page.getByText("Nothing left for today")).toBeVisible();
  await page.goto("/lists/someday");
  await page.getByRole("link", { name: "learn to sail" }).hover();
  await page.getByRole("button", { name: "Make learn to sail a next action" }).click();
  await expect.poll(() => board.titlesIn("next")).toEqual(["learn to sail"]);
});

test("a stalled project says so and is set going where it stands", async ({ signedInPage: page, board }) => {
  const garden = await addProject(board, "Garden", "We eat our own tomatoes.");
  const [seeds] = await board.addTasks("next", "order seeds");
  const [bed] = await board.addTasks("done", "build the bed");
  for (const taskId of [seeds, bed]) await updateTask(board, taskId, { projectId: garden });
  await addProject(board, "Learn to sail");
  await page.goto("/lists/projects");
  await expect(rowsOf(page)).toHaveCount(2);
  const sail = rowsOf(page).filter({ hasText: "Learn to sail" });
  await expect(rowsOf(page).first()).toContainText("Learn to sail");
  await expect(sail).toContainText("Stalled: no next action");
  await expect(rowsOf(page).nth(1)).toContainText("1 of 2 done");
  await expectAccessible(page);

  await page.keyboard.press("j");
  await page.keyboard.press("n");
  await page.keyboard.type("ask at the harbour");
  await page.keyboard.press("Enter");
  await expect(sail).not.toContainText("Stalled");
  await expect(sail.getByRole("link", { name: "ask at the harbour" })).toBeVisible();
  await expect.poll(() => board.titlesIn("next")).toEqual(["order seeds", "ask at the harbour"]);

  await sail.getByRole("button", { name: "Change the desired outcome of Learn to sail" }).click();
  await page.keyboard.type("I cross the bay alone.");
  await page.keyboard.press("Enter");
  await sail.getByRole("button", { name: "Status of Learn to sail: Active" }).click();
  await page.getByRole("menuitemradio", { name: "Someday" }).click();
  await expect(page.getByRole("main").getByRole("heading", { level: 2 })).toHaveText([/^Active/, /^Someday/]);
  await expect
    .poll(async () => (await board.snapshot()).projects.find(({ name }) => name === "Learn to sail"))
    .toMatchObject({ status: "someday", desiredOutcome: "I cross the bay alone." });

  await page.getByRole("button", { name: "New project" }).click();
  const dialog = page.getByRole("dialog", { name: "New project" });
  await dialog.getByLabel("Name").fill("Talk");
  await dialog.getByLabel("First next action").fill("draft the slides");
  await dialog.getByRole("button", { name: "Create" }).click();
  await expect(rowsOf(page).filter({ hasText: "Talk" }).getByRole("link", { name: "draft the slides" })).toBeVisible();
  await page.keyboard.press("z");
  await expect(rowsOf(page).filter({ hasText: "Talk" })).toHaveCount(0);
  await expect.poll(() => board.titlesIn("next")).toEqual(["order seeds", "ask at the harbour"]);
});

test("what is kept is found by its words and brought back", async ({ signedInPage: page, board, client }) => {
  const [manual, knife] = await board.addTasks("inbox", "Manual of the boiler", "Better bread knife");
  await updateTask(board, manual, { notes: "Reset: hold both keys" });
  await keepForReference(client, board.id, manual);
  await page.goto("/lists/inbox");
  await page.getByRole("link", { name: "Better bread knife" }).hover();
  await page.getByRole("button", { name: "More for Better bread knife" }).click();
  await page.getByRole("menuitem", { name: "Keep for reference" }).click();
  await expect(page.getByText("Your inbox is empty")).toBeVisible();
  await expect.poll(() => board.titlesIn("inbox")).toEqual([]);
  await page.keyboard.press("g");
  await page.keyboard.press("f");
  await expect(titles(page)).toHaveText(["Better bread knife", "Manual of the boiler"]);
  await expectAccessible(page);
  await page.getByRole("searchbox", { name: "Find in Reference" }).fill("keys");
  await expect(titles(page)).toHaveText(["Manual of the boiler"]);
  await rowsOf(page).hover();
  await page.getByRole("button", { name: "Bring Manual of the boiler back to its board" }).click();
  await expect.poll(() => board.titlesIn("inbox")).toEqual(["Manual of the boiler"]);
  await expect(page.getByText("Nothing kept says “keys”")).toBeVisible();
  const said = page.getByRole("listitem").filter({ hasText: "“Manual of the boiler” is on" });
  await said.getByRole("button", { name: "Undo" }).click();
  await expect(titles(page)).toHaveText(["Manual of the boiler"]);
  await expect.poll(() => board.titlesIn("inbox")).toEqual([]);
  expect(knife).toBeDefined();
});

test("how much waits to be clarified is told in rail, title and icon, as it changes", async ({
  boardPage: { page },
  board,
  client,
}) => {
  await page.addInitScript(() => {
    const told: number[] = [];
    Object.assign(window, { told });
    Object.defineProperty(Navigator.prototype, "setAppBadge", {
      configurable: true,
      value: async (count: number) => void told.push(count),
    });
  });
  const work = await client.createBoard("Work");
  await work.addTasks("inbox", "on a board nobody looks at");
  const [knife] = await board.addTasks("inbox", "bread knife");
  await page.reload();
  const entry = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: /^Inbox/ });
  await expect(entry).toHaveAccessibleName("Inbox 2 to clarify");
  await expect(page).toHaveTitle("(2) Home · Personal Kanban");
  await board.addTasks("inbox", "photos");
  await expect(entry).toHaveAccessibleName("Inbox 3 to clarify");
  await updateTask(board, knife, { deferUntil: dayFromNow(3) });
  await expect(page).toHaveTitle("(2) Home · Personal Kanban");
  await entry.click();
  await expect(page).toHaveTitle("(2) Inbox · Personal Kanban");
  await expect(titles(page)).toHaveText(["on a board nobody looks at", "photos"]);
  await page.keyboard.press("j");
  await page.keyboard.press("n");
  await expect(entry).toHaveAccessibleName("Inbox 1 to clarify");
  expect(await page.evaluate(() => (window as unknown as { told: number[] }).told.at(-1))).toBe(1);
});

test("without a network lists are there and can be worked on", async ({ boardPage, board, guard }) => {
  guard.allow(/ERR_INTERNET_DISCONNECTED|Failed to load resource|Failed to fetch|NetworkError/);
  const { page } = boardPage;
  const [quote] = await board.addTasks("waiting", "quote for the door");
  await waitFor(board, quote, "Bob");
  await page.goto("/lists/waiting");
  await expect(rowsOf(page)).toHaveCount(1);
  await expect(page.getByText("Live").first()).toBeVisible();
  await page.context().setOffline(true);
  await page.getByRole("link", { name: "quote for the door" }).focus();
  await page.keyboard.press("i");
  await expect(page.getByText("You are waiting for nobody")).toBeVisible();
  await page.context().setOffline(false);
  await expect.poll(() => board.titlesIn("inbox")).toEqual(["quote for the door"]);
});

const emptyTitles = {
  inbox: "Your inbox is empty",
  next: "No next actions",
  waiting: "You are waiting for nobody",
  someday: "Nothing for some day",
  projects: "No projects yet",
  reference: "Nothing is kept for reference",
  deferred: "Nothing is put off",
};

test("each empty list teaches its idea, and each full one is accessible in both themes", async ({
  signedInPage: page,
  board,
  client,
}) => {
  test.slow();
  await page.setViewportSize({ width: 1280, height: 860 });
  expect(board.id).toBeDefined();
  for (const [list, title] of Object.entries(emptyTitles)) {
    await page.goto(`/lists/${list}`);
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    await expectAccessible(page);
  }
  await fillLists(board, await client.createBoard("Work"));
  for (const list of Object.keys(emptyTitles)) {
    await page.goto(`/lists/${list}`);
    await expect(rowsOf(page).first()).toBeVisible();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page);
      if (process.env["LOOKS"]) await page.screenshot({ path: `${process.env["LOOKS"]}-${list}-${colorScheme}.png` });
    }
  }
});
