import type { Page } from "@playwright/test";
import { ApiClient } from "./fixtures/api-client.ts";
import { expectAccessible } from "./fixtures/axe.ts";
import { dayFromNow } from "./fixtures/day-from-now.ts";
import { addContext, addProject } from "./fixtures/fill-lists.ts";
import { coveredButtons } from "./fixtures/covered-buttons.ts";
import { addMember } from "./fixtures/operator.ts";
import { expect, test } from "./fixtures/test.ts";

const looks = process.env["LOOKS"];
const shot = async (page: Page, name: string) => {
  if (looks) await page.screenshot({ path: `${looks}-${name}.png` });
};
/** What has the focus while an item is shown and nothing else is asked. */
const item = (page: Page, title: string) =>
  page.getByRole("article", { name: title, exact: true }).locator("[data-deck-item]");

test("thirty items are clarified by keyboard only, each ends where it belongs, and undo brings one back", async ({
  signedInPage: page,
  board,
}, testInfo) => {
  test.slow();
  await addContext(board, "phone");
  await addContext(board, "desk");
  const titles = Array.from({ length: 30 }, (_, n) => `Thought number ${n + 1}`);
  await board.addTasks("next", "Paint the fence");
  await board.addTasks("inbox", ...titles);
  await page.goto("/boards");
  await expect(page.getByRole("main").getByRole("link", { name: "Home" })).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await expect(page).toHaveURL(/\/clarify$/);
  await expect(item(page, titles[0]!)).toBeFocused();
  await expectAccessible(page);

  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** What is pressed for each outcome; every key waits for nothing but the screen. */
  const scripts: (() => Promise<void>)[] = [
    () => press("2", "1", "Enter"),
    async () => {
      await press("3");
      await page.keyboard.type("Kim");
      await press("Enter", "1");
    },
    () => press("4"),
    () => press("5"),
    () => press("0"),
    () => press("h", "1"),
    () => press("1", "1"),
    () => press("1", "2"),
    async () => {
      await press("2");
      await page.keyboard.type("@Phone");
      await press("Enter", "Enter");
    },
    async () => {
      await press("m");
      await page.keyboard.type("fence");
      await press("Enter");
    },
  ];
  const started = Date.now();
  for (const [n, title] of titles.entries()) {
    await expect(item(page, title)).toBeFocused();
    await scripts[n % scripts.length]!();
  }
  await expect(page.getByRole("heading", { name: "Inbox zero" })).toBeVisible();
  const seconds = (Date.now() - started) / 1000 / titles.length;
  testInfo.annotations.push({ type: "seconds per item", description: seconds.toFixed(2) });
  await expect(page.getByText(/30 items clarified/)).toBeVisible();
  await expectAccessible(page);
  await shot(page, "zero");

  const by = (...places: number[]) => titles.filter((_, n) => places.includes(n % 10)).toSorted();
  const everywhere = async () => {
    const kinds = ["done", "next", "waiting", "someday", "inbox"] as const;
    return Object.fromEntries(
      await Promise.all(kinds.map(async (kind) => [kind, (await board.titlesIn(kind)).toSorted()])),
    );
  };
  await expect.poll(everywhere).toEqual({
    done: by(6),
    next: ["Paint the fence", ...by(0, 7, 8)].toSorted(),
    waiting: by(1),
    someday: by(2),
    // Snoozed: still in the inbox, out of sight until tomorrow.
    inbox: by(5),
  });
  const { tasks, contexts } = await board.snapshot();
  const taskOf = (title: string) => tasks.find((task) => task.title === title);
  expect(taskOf(titles[5]!)?.deferUntil).toBe(dayFromNow(1));
  expect(taskOf(titles[1]!)?.waitingFor).toMatchObject({ who: "Kim", followUpOn: dayFromNow(7) });
  const desk = contexts.find(({ name }) => name === "desk")!;
  expect(taskOf(titles[0]!)?.contextIds).toEqual([desk.id]);
  // Named with its sign it is the same context.
  expect(contexts.map(({ name }) => name).toSorted()).toEqual(["desk", "phone"]);
  const phone = contexts.find(({ name }) => name === "phone")!;
  expect(taskOf(titles[8]!)?.contextIds).toEqual([phone.id]);

  // The last one was merged; undone it is back, and it can be decided anew.
  await press("z");
  await expect(item(page, titles[29]!)).toBeFocused();
  await press("4");
  await expect(page.getByRole("heading", { name: "Inbox zero" })).toBeVisible();
  await expect.poll(() => board.titlesIn("someday")).toContain(titles[29]);
});

test("a new project, a new context, a full column, the tree and the choice of questions; leaving midway loses nothing", async ({
  signedInPage: page,
  board,
  client,
}) => {
  test.slow();
  await board.addTasks("inbox", "Move house", "Second thought", "Third thought");
  const [full] = await board.addTasks("next", "Already there");
  expect(full).toBeDefined();
  await client.mutate("column.remove", { boardId: board.id, columnId: await board.columnId("waiting") });
  await page.goto(`/boards/${board.id}`);
  await page.getByRole("main").getByRole("link", { name: "Clarify" }).click();
  await expect(item(page, "Move house")).toBeFocused();
  await page.keyboard.press("?");
  const tree = page.getByRole("dialog", { name: "The whole tree" });
  await expect(tree).toBeVisible();
  await expectAccessible(page);
  await shot(page, "tree");
  await page.keyboard.press("Escape");
  await expect(tree).toBeHidden();

  await page.keyboard.press(",");
  const questions = page.getByRole("dialog", { name: "Questions" });
  await questions.getByRole("checkbox", { name: "Ask: How long it takes" }).check();
  await questions.getByRole("button", { name: "Ask earlier: How long it takes" }).click();
  await expectAccessible(page);
  await shot(page, "questions");
  await page.keyboard.press("Escape");
  await expect(questions).toBeHidden();

  // What is refused at the last step leaves that step as it was.
  await page.keyboard.press("3");
  await page.keyboard.type("Kim");
  await page.keyboard.press("Enter");
  await page.keyboard.press("1");
  await expect(page.getByText(/^This board has no “waiting” column/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "When do you ask about it?" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");

  await page.keyboard.press("p");
  await page.keyboard.insertText("x".repeat(81));
  await expect(page.getByRole("combobox")).toHaveValue("x".repeat(80));
  await page.getByRole("combobox").fill("");
  await page.keyboard.type("New flat");
  await shot(page, "project");
  await page.keyboard.press("Enter");
  await page.keyboard.type("We live there");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Call the landlord");
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Where can it be done?" })).toBeVisible();
  await page.keyboard.type("phone");
  await page.keyboard.press("Enter");
  await expectAccessible(page);
  await shot(page, "contexts");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "How long will it take?" })).toBeVisible();
  await shot(page, "estimate");
  await page.keyboard.press("3");
  await expect(item(page, "Second thought")).toBeFocused();
  const project = async () => (await board.snapshot()).projects[0];
  await expect.poll(project).toMatchObject({ name: "New flat", desiredOutcome: "We live there" });
  const first = (await board.snapshot()).tasks.find(({ title }) => title === "Call the landlord");
  expect(first).toMatchObject({ projectId: (await project())?.id, estimateMinutes: 15 });
  expect(first?.contextIds).toHaveLength(1);

  // One undo takes the project, the context and the words back.
  await page.keyboard.press("z");
  await expect(item(page, "Move house")).toBeFocused();
  await expect.poll(async () => (await board.snapshot()).contexts).toEqual([]);
  expect(await project()).toBeUndefined();
  await page.keyboard.press("s");
  await expect(item(page, "Second thought")).toBeFocused();

  await client.mutate("board.update", { boardId: board.id, wipPolicy: "ask" });
  await client.mutate("column.update", { boardId: board.id, columnId: await board.columnId("next"), wipLimit: 1 });
  await page.keyboard.press("1");
  await expectAccessible(page);
  await shot(page, "timer");
  await page.keyboard.press("2");
  const chooser = page.getByRole("dialog", { name: "Next is full" });
  await expect(chooser).toBeVisible();
  await chooser.getByRole("button", { name: "Swap with the oldest" }).click();
  await expect.poll(() => board.titlesIn("next")).toEqual(["Second thought"]);
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(new RegExp(`/boards/${board.id}`, "u"));
  expect((await board.titlesIn("inbox")).toSorted()).toEqual(["Already there", "Move house", "Third thought"]);
});

test("what is proposed stands ready, Enter takes all of it, and without a network it works on", async ({
  signedInPage: page,
  board,
  context,
  guard,
}) => {
  test.slow();
  guard.allow(/ERR_INTERNET_DISCONNECTED|Failed to load resource|Failed to fetch/);
  const notes = "Dear customer, please find attached invoice **2026-118** over 1,240.00.\n\nKind regards";
  await board.client.mutate("task.create", {
    boardId: board.id,
    columnId: await board.columnId("inbox"),
    title: "Pay the roofing invoice by tomorrow",
    notes,
    source: "mail",
  });
  await board.addTasks("inbox", "Water the plants", "Call mum");
  const hinted = async () => (await board.snapshot()).tasks.find(({ source }) => source === "mail")?.hintCount ?? 0;
  await expect.poll(hinted, { timeout: 30_000 }).toBeGreaterThan(0);
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(`/clarify?board=${board.id}`);
  await expect(item(page, "Pay the roofing invoice by tomorrow")).toBeFocused();
  await expect(page.getByText("likely:")).toBeVisible();
  await expect(page.getByRole("region", { name: "Original text" })).toContainText("2026-118");
  await expectAccessible(page);
  await shot(page, "light");
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page);
  await shot(page, "dark");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "The whole tree" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(item(page, "Pay the roofing invoice by tomorrow")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(item(page, "Water the plants")).toBeFocused();
  await expect
    .poll(async () => (await board.snapshot()).tasks.find(({ source }) => source === "mail"))
    .toMatchObject({ dueAt: dayFromNow(1), columnId: await board.columnId("next") });

  await context.setOffline(true);
  await page.keyboard.press("4");
  await expect(item(page, "Call mum")).toBeFocused();
  await expect(page.getByText(/queued|Offline/)).toBeVisible();
  await page.keyboard.press("0");
  await expect(page.getByRole("heading", { name: "Inbox zero" })).toBeVisible();
  expect(await board.titlesIn("someday")).toEqual([]);
  await context.setOffline(false);
  await expect.poll(() => board.titlesIn("someday"), { timeout: 30_000 }).toEqual(["Water the plants"]);
});

test("two people at one inbox are handed different items, and what one leaves comes to the other", async ({
  signedInPage: page,
  board,
  openBrowserOf,
}, testInfo) => {
  const kim = await ApiClient.signUp({ name: "Kim Kranz" });
  await addMember(testInfo, board.id, kim.person.email);
  await board.addTasks("inbox", "One", "Two", "Three", "Four");
  await page.goto(`/clarify?board=${board.id}`);
  await expect(item(page, "One")).toBeFocused();
  const kims = await openBrowserOf(kim.person);
  await kims.goto(`/clarify?board=${board.id}`);
  await expect(item(kims, "Four")).toBeFocused();

  // What is at hand stays while older items become free and others come.
  await kims.keyboard.press("3");
  await kims.keyboard.type("Pat");
  const released = page.waitForResponse(/clarify\.release/);
  await page.keyboard.press("Escape");
  await released;
  const asked = kims.waitForResponse(/clarify\.take/);
  await board.addTasks("inbox", "Five");
  await asked;
  await page.goto(`/clarify?board=${board.id}`);
  // Kim has what was at hand, and the two oldest.
  await expect(item(page, "Three")).toBeFocused();
  await kims.keyboard.press("Enter");
  await kims.keyboard.press("1");
  await expect(item(kims, "One")).toBeFocused();
  await expect.poll(() => board.titlesIn("waiting")).toEqual(["Four"]);

  await page.keyboard.press("4");
  await expect(item(page, "Five")).toBeFocused();
  await page.keyboard.press("4");
  await expect(page.getByText("Somebody else is at it")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "others");
  // Reloading keeps one's own in hand.
  await kims.reload();
  await expect(item(kims, "One")).toBeFocused();
  await kims.keyboard.press("4");
  await expect(item(kims, "Two")).toBeFocused();
  await kims.keyboard.press("Escape");
  await expect(item(page, "Two")).toBeFocused({ timeout: 15_000 });
});

test("what an item needs besides its place is taken, edited and dismissed in the deck, by key, and taken back", async ({
  signedInPage: page,
  board,
}) => {
  const title = "move house on 2 June 2031";
  await board.client.mutate("task.create", {
    boardId: board.id,
    columnId: await board.columnId("inbox"),
    title,
    notes: "Before the move:\n\n- call the movers\n- cancel the internet\n- read the meters\n",
  });
  await expect.poll(async () => (await board.snapshot()).tasks[0]?.hintCount, { timeout: 30_000 }).toBe(2);
  await page.goto(`/clarify?board=${board.id}`);
  await expect(item(page, title)).toBeFocused();
  const steps = page.getByRole("heading", { name: "1 hint" });
  const due = page.getByRole("button", { name: /^Take Due/ });
  await expect(steps).toBeVisible();
  await expect(due).toBeVisible();
  await expectAccessible(page);
  await shot(page, "hints");

  await page.keyboard.press("e");
  const field = page.getByLabel("Checklist, edited");
  await field.fill("call the movers\nread all meters");
  await field.press("Control+Enter");
  await expect(steps).toBeHidden();
  const total = async () => (await board.snapshot()).tasks[0]?.checklistTotal;
  await expect.poll(total).toBe(2);
  await page.keyboard.press("z");
  await expect(steps).toBeVisible();
  await page.keyboard.press("y");
  await expect.poll(total).toBe(3);
  await page.keyboard.press("n");
  await expect(due).toBeHidden();
  await page.keyboard.press("2");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Inbox zero" })).toBeVisible();
  await expect.poll(() => board.titlesIn("next")).toEqual([title]);
  expect((await board.snapshot()).tasks[0]?.dueAt).toBeNull();
});

test("a digit picks its row, and a name that begins with a digit is typed like any other", async ({
  signedInPage: page,
  board,
}) => {
  await addProject(board, "Garden");
  const roofId = await addProject(board, "Roof");
  const deskId = await addContext(board, "desk");
  await addContext(board, "phone");
  await board.addTasks("inbox", "Book a house", "Fix a slate", "Call Kim");
  await board.addTasks("next", "Call Kim soon", "Water the plants");
  await page.goto(`/clarify?board=${board.id}`);
  await expect(item(page, "Book a house")).toBeFocused();
  const field = page.getByRole("combobox");
  const option = (name: string) => page.getByRole("option", { name: new RegExp(`^@?\\s*${name}$`, "u") });

  await page.keyboard.press("p");
  await page.keyboard.type("2027 holiday");
  await expect(page.getByRole("heading", { name: "Which project is it a step of?" })).toBeVisible();
  await expect(option("New: 2027 holiday")).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.type("2 weeks away");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Where can it be done?" })).toBeVisible();
  await page.keyboard.press("2");
  await expect(option("phone")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.type("nd floor");
  await expect(field).toHaveValue("2nd floor");
  await page.keyboard.press("Enter");
  await expect(option("2nd floor")).toHaveAttribute("aria-selected", "true");
  await expect(option("phone")).toHaveAttribute("aria-selected", "false");
  await page.keyboard.press("Enter");

  // Where the pick is the answer a digit points and Enter takes; several are picked at once, and Backspace takes one back.
  await expect(item(page, "Fix a slate")).toBeFocused();
  await page.keyboard.press("p");
  await page.keyboard.press("3");
  await expect(page.getByRole("heading", { name: "Which project is it a step of?" })).toBeVisible();
  await expect(page.getByText("takes Roof")).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.press("2");
  await page.keyboard.press("3");
  await expect(option("phone")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Backspace");
  await expect(option("phone")).toHaveAttribute("aria-selected", "false");
  await page.keyboard.press("Enter");

  await expect(item(page, "Call Kim")).toBeFocused();
  await page.keyboard.press("m");
  const rows = page.getByRole("listbox").locator("li");
  await expect(rows.first()).toContainText("Call Kim soon");
  // The others stand apart.
  await expect(rows.nth(1)).toHaveAttribute("aria-hidden", "true");
  await page.keyboard.press("1");
  await page.keyboard.type("st of May");
  await expect(page.getByText("Nothing is called that.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(item(page, "Call Kim")).toBeFocused();

  await expect.poll(() => board.titlesIn("next")).toContain("Fix a slate");
  const { tasks, projects, contexts } = await board.snapshot();
  const second = contexts.find(({ name }) => name === "2nd floor");
  const holiday = projects.find(({ name }) => name === "2027 holiday");
  expect(holiday).toMatchObject({ desiredOutcome: "2 weeks away" });
  const taskOf = (title: string) => tasks.find((task) => task.title === title);
  expect(taskOf("Book a house")).toMatchObject({ projectId: holiday?.id, contextIds: [second?.id] });
  expect(taskOf("Fix a slate")).toMatchObject({ projectId: roofId, contextIds: [deskId] });
});

test("one step back keeps the answers, a held key answers once, and what is undone or done again counts so", async ({
  signedInPage: page,
  board,
}) => {
  test.slow();
  await board.addTasks("inbox", "Quote for the roof", "Second thought");
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/clarify?board=${board.id}`);
  await expect(item(page, "Quote for the roof")).toBeFocused();
  const heading = (name: string) => page.getByRole("heading", { name });

  await page.keyboard.press("3");
  await page.keyboard.type("Kim");
  // Held down, Enter answers one question.
  await page.keyboard.down("Enter");
  await expect(heading("When do you ask about it?")).toBeVisible();
  await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
  await expect(heading("When do you ask about it?")).toBeVisible();
  const other = page.getByLabel("Another day");
  await other.fill("2020-01-01");
  await other.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "or later" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(heading("Who does it?")).toBeVisible();
  await expect(page.getByRole("option", { name: "Kim", exact: true })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  // A click beside a question takes the focus from it; Esc still goes back one step.
  await heading("When do you ask about it?").click();
  await page.keyboard.press("Escape");
  await expect(heading("Who does it?")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(item(page, "Quote for the roof")).toBeFocused();

  await page.keyboard.press("p");
  await page.keyboard.type("New roof");
  await page.keyboard.press("Enter");
  await expect(page.getByText("What is true when it is done?")).toHaveCount(1);
  await page.keyboard.type("No rain inside");
  await page.keyboard.press("Enter");
  await expect(heading("What is its first next action?")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("textbox", { name: "What is true when it is done?" })).toHaveValue("No rain inside");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("combobox")).toHaveValue("New roof");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(heading("Where can it be done?")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(item(page, "Second thought")).toBeFocused();
  await expect
    .poll(async () => (await board.snapshot()).projects)
    .toMatchObject([{ name: "New roof", desiredOutcome: "No rain inside" }]);

  // In another sitting it can be undone, too.
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(new RegExp(`/boards/${board.id}`, "u"));
  await page.getByRole("main").getByRole("link", { name: "Clarify" }).click();
  await expect(item(page, "Second thought")).toBeFocused();
  await page.keyboard.press("z");
  await expect.poll(async () => (await board.snapshot()).projects).toEqual([]);
  await expect.poll(() => board.titlesIn("inbox")).toContain("Quote for the roof");

  const bar = page.getByRole("progressbar", { name: "Clarify" });
  await page.keyboard.press("4");
  await expect(item(page, "Quote for the roof")).toBeFocused();
  await expect(bar).toHaveAttribute("aria-valuenow", "1");
  await page.keyboard.press("z");
  await expect(item(page, "Second thought")).toBeFocused();
  await expect(bar).toHaveAttribute("aria-valuenow", "0");
  await expect(page.getByText("Undone: clarified item")).toBeVisible();
  await expect.poll(() => coveredButtons(page)).toEqual([]);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await shot(page, `undone-${colorScheme}`);
  }
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(item(page, "Quote for the roof")).toBeFocused();
  await expect(bar).toHaveAttribute("aria-valuenow", "1");
  await page.keyboard.press("z");
  await expect(item(page, "Second thought")).toBeFocused();
  await expect(bar).toHaveAttribute("aria-valuenow", "0");
  await page.keyboard.press("Shift+z");
  await expect(bar).toHaveAttribute("aria-valuenow", "1");
  await page.keyboard.press("z");
  await expect(item(page, "Second thought")).toBeFocused();
  await expect(bar).toHaveAttribute("aria-valuenow", "0");

  // Esc leaves a title as it was.
  await page.getByLabel("Title").fill("Something else");
  await page.keyboard.press("Escape");
  await expect(item(page, "Second thought")).toBeFocused();
  await expect(page.getByLabel("Title")).toHaveValue("Second thought");

  await page.keyboard.press(",");
  const earlier = page.getByRole("button", { name: "Ask earlier: Tags" });
  await earlier.press("Enter");
  await expect(page.getByRole("dialog").getByRole("listitem").first()).toContainText("Tags");
  await expect(earlier).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(item(page, "Second thought")).toBeFocused();

  await page.keyboard.press("s");
  await expect(item(page, "Quote for the roof")).toBeFocused();
  await page.keyboard.press("s");
  await expect(heading("2 items skipped")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(item(page, "Quote for the roof")).toBeFocused();
});
