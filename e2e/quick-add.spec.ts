import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import type { BoardSnapshot } from "@kanban/domain/board-view";
import { expectAccessible } from "./fixtures/axe.ts";
import type { TestBoard } from "./fixtures/api-client.ts";
import { expect, test } from "./fixtures/test.ts";

const composer = (page: Page) => page.getByRole("textbox", { name: "New task in Inbox" });
const understood = (page: Page) => page.getByRole("list", { name: "Understood" }).getByRole("button");

async function paste(field: Locator, text: string): Promise<void> {
  await field.evaluate((element, content) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", content);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

function newProject(board: TestBoard, name: string) {
  return board.client.mutate("project.create", { boardId: board.id, projectId: randomUUID(), name });
}

/** The task of that title with its labels by name. */
function described({ tasks, tags, contexts, projects }: BoardSnapshot, title: string) {
  const task = tasks.find((each) => each.title === title);
  const names = (rows: { id: string; name: string }[], ids: readonly string[]) =>
    ids.map((id) => rows.find((row) => row.id === id)?.name);
  return (
    task && {
      tags: names(tags, task.tagIds),
      contexts: names(contexts, task.contextIds),
      project: projects.find(({ id }) => id === task.projectId)?.name,
      ...{ priority: task.priority, estimate: task.estimateMinutes, dueAt: task.dueAt },
    }
  );
}

test("a line is understood while it is typed, and one Enter makes the task with all of it", async ({
  boardPage,
  board,
}) => {
  const { page } = boardPage;
  await newProject(board, "Summer trip");
  await boardPage.add("Inbox");
  await composer(page).pressSequentially("Renew passport +Sum @desk #papers !high ~1h30 by 3 dec 2030 9am");
  await expect(understood(page)).toHaveText([
    ...["Summer trip", "desknew", "papersnew", "High priority", "1 h 30", /3 Dec 2030.*9:00/],
  ]);
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page);
  await composer(page).press("Enter");
  await expect(composer(page)).toHaveValue("");
  await boardPage.expectTitles("Inbox", ["Renew passport"]);
  await expect
    .poll(async () => described(await board.snapshot(), "Renew passport"))
    .toEqual({
      ...{ tags: ["papers"], contexts: ["desk"], project: "Summer trip", priority: "high", estimate: 90 },
      dueAt: "2030-12-03T08:00:00.000Z",
    });
});

test("what is taken back has no effect, a backslash and a rhythm keep their words, and a button overrules", async ({
  boardPage,
  board,
}) => {
  const { page } = boardPage;
  await boardPage.add("Inbox");
  const field = composer(page);
  await field.pressSequentially("Watch friday night lights #tv every fri \\#1984x");
  await page.getByRole("button", { name: /^Remove due date/ }).click();
  await expect(field).toHaveValue("Watch \\friday night lights #tv every fri \\#1984x");
  await page.getByRole("button", { name: "Remove tag tv" }).click();
  await expect(understood(page)).toHaveCount(0);
  await field.press("Control+z");
  await expect(understood(page)).toHaveText(["tvnew"]);

  await field.fill("Plant a tree tomorrow");
  await page.getByRole("button", { name: "Due date", exact: true }).click();
  await page.getByRole("dialog", { name: "Due date" }).getByLabel("Date", { exact: true }).fill("2199-05-01");
  await page.getByRole("dialog", { name: "Due date" }).getByRole("button", { name: "Set" }).click();
  await expect(field).toHaveValue("Plant a tree");
  await expect(understood(page)).toHaveText([/1 May 2199/]);
  await field.press("Enter");
  await expect
    .poll(async () => described(await board.snapshot(), "Plant a tree"))
    .toMatchObject({ dueAt: "2199-05-01", tags: [] });
});

test("labels are completed by keyboard, and Esc closes the list before the field", async ({ boardPage, board }) => {
  const { page } = boardPage;
  await newProject(board, "Kitchen");
  await newProject(board, "Kitchen renovation");
  await boardPage.add("Inbox");
  const field = composer(page);
  await field.pressSequentially("Paint +kit");
  const list = page.getByRole("listbox", { name: "Projects" });
  await expect(list.getByRole("option")).toHaveText(["Kitchen", "Kitchen renovation", "kitnew project"]);
  await expectAccessible(page);
  await field.press("Escape");
  await expect(list).toBeHidden();
  await expect(field).toBeFocused();

  await field.pressSequentially("c");
  await expect(list).toBeHidden();
  await field.press("Backspace");
  await field.press("Space");
  await field.pressSequentially("+kit");
  await field.press("ArrowDown");
  await field.press("Tab");
  await expect(field).toHaveValue('Paint +kit +"Kitchen renovation" ');
  await expect(field).toBeFocused();
  await field.press("Enter");
  await expect
    .poll(async () => described(await board.snapshot(), "Paint"))
    .toMatchObject({ project: "Kitchen renovation" });
});

test("a new tag is made on the fly, also without a network", async ({ boardPage, board, guard }) => {
  guard.allow(/ERR_INTERNET_DISCONNECTED|Failed to load resource|Failed to fetch|NetworkError/);
  const { page } = boardPage;
  await boardPage.add("Inbox", "first");
  await expect(boardPage.connection).toHaveText("Live");
  await page.context().setOffline(true);
  await expect(boardPage.connection).toHaveText(/^Offline/);
  await boardPage.add("Inbox", "Buy milk #errand", "Buy bread #Errand");
  await expect(boardPage.card("Buy milk").getByText("errand")).toBeVisible();
  await page.context().setOffline(false);
  await expect
    .poll(async () => (await board.snapshot()).tags.map(({ name }) => name), { timeout: 20_000 })
    .toEqual(["errand"]);
  await expect.poll(async () => described(await board.snapshot(), "Buy bread")).toMatchObject({ tags: ["errand"] });
});

const list = "- Pack #trip\n  - [ ] Tent\n  - [x] Boots\n- Book the ferry\n- [x] Find passports\n";

test("a pasted list becomes tasks with checklists, and what is ticked is done", async ({ boardPage, board }) => {
  const { page } = boardPage;
  await boardPage.add("Inbox");
  await paste(composer(page), list);
  const question = page.getByRole("group", { name: "Create 3 tasks?" });
  await expect(question).toContainText("2 checklist items · #trip");
  await expect(question).toContainText("into Done");
  await expectAccessible(page);
  await page.reload();
  // Nothing was decided yet: the question comes back with its lines.
  await boardPage.column("Inbox").getByRole("button", { name: "Add a task to Inbox" }).click();
  await question.getByRole("button", { name: "Create 3 tasks" }).click();
  await boardPage.expectTitles("Inbox", ["Pack", "Book the ferry"]);
  await boardPage.expectTitles("Done", ["Find passports"]);
  await expect
    .poll(async () => (await board.snapshot()).tasks.find(({ title }) => title === "Pack"))
    .toMatchObject({ checklistTotal: 2, checklistDone: 1 });
});

test("a pasted list may be one task, its other lines the notes", async ({ boardPage, board, client }) => {
  const { page } = boardPage;
  await boardPage.add("Inbox");
  await paste(composer(page), list);
  await page.getByRole("button", { name: "As one task" }).click();
  await expect(composer(page)).toHaveValue("Pack #trip");
  await expect(page.getByRole("button", { name: "Remove notes 4 lines of notes" })).toBeVisible();
  await composer(page).press("Enter");
  await boardPage.expectTitles("Inbox", ["Pack"]);
  await expect.poll(() => board.titlesIn("inbox")).toEqual(["Pack"]);
  const { detail } = await client.query<{ detail: { notes: string } }>("task.get", { boardId: board.id, number: 1 });
  expect(detail.notes).toBe("  - [ ] Tent\n  - [x] Boots\n- Book the ferry\n- [x] Find passports");
});

test("a full column gives back the lines it did not take", async ({ boardPage, board, client }) => {
  const { page } = boardPage;
  await client.mutate("board.update", { boardId: board.id, wipPolicy: "block" });
  await page.reload();
  await boardPage.add("Doing");
  await paste(page.getByRole("textbox", { name: "New task in Doing" }), "one\ntwo\nthree\nfour #left\nfive");
  await page.getByRole("button", { name: "Create 5 tasks" }).click();
  await boardPage.expectTitles("Doing", ["one", "two", "three"]);
  await expect(page.getByRole("group", { name: "Create 2 tasks?" })).toContainText("four");
  expect((await board.snapshot()).tags).toEqual([]);
});

test("what was being written survives a reload, and signing out takes it away", async ({ boardPage, client }) => {
  const { page } = boardPage;
  await boardPage.add("Inbox");
  await composer(page).fill("#idea for half a thou");
  await page.keyboard.press("Escape");
  await page.locator("body").press("c");
  const capture = page.getByRole("dialog", { name: "Capture" });
  const field = capture.getByRole("textbox", { name: "What is on your mind?" });
  await field.pressSequentially("call the vet tomorrow @phone");
  await expect(understood(page)).toHaveCount(2);
  await expectAccessible(page);

  await page.reload();
  await boardPage.column("Inbox").getByRole("button", { name: "Add a task to Inbox" }).click();
  await expect(composer(page)).toHaveValue("#idea for half a thou");
  await expect(page.getByText("Draft restored")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.locator("body").press("c");
  await expect(field).toHaveValue("call the vet tomorrow @phone");
  await field.press("Escape");
  await expect(capture).toBeHidden();

  await page.getByRole("button", { name: `Account of ${client.person.name}` }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/sign-in/);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("draft")))).toEqual([]);
});
