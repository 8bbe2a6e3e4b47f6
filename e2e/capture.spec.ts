import type { Page } from "@playwright/test";
import type { TaskDetail } from "@kanban/domain/entities";
import { drawPicture } from "@kanban/demo/draw-picture";
import type { TestBoard } from "./fixtures/api-client.ts";
import { expectAccessible } from "./fixtures/axe.ts";
import { dragFiles, pasteFiles } from "./fixtures/files-from-outside.ts";
import { expect, test } from "./fixtures/test.ts";
import { BoardPage } from "./pages/board-page.ts";
import { CaptureDialog } from "./pages/capture-dialog.ts";
import { Palette } from "./pages/palette.ts";

const roof = { name: "image.png", type: "image/png", bytes: drawPicture(320, 200) };
const bill = { name: "bill.txt", type: "text/plain", bytes: Buffer.from("Slate: 300") };

/** How many files of an unfinished thought are on this browser's disk. */
const keptFiles = (page: Page, place = "draft-files/capture") =>
  page.evaluate(async (key) => {
    const name = (await indexedDB.databases()).find((each) => each.name?.startsWith("kanban-captures-"))?.name;
    if (!name) return 0;
    const result = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await result(indexedDB.open(name));
    const kept = database.transaction("captures").objectStore("captures").get(key);
    const files = (await result(kept)) as unknown[] | undefined;
    database.close();
    return files?.length ?? 0;
  }, place);

const untilFetched = (page: Page) => new BoardPage(page).untilFetched();
const pill = (page: Page) => new BoardPage(page).connection;

async function detailOf(board: TestBoard, title: string): Promise<TaskDetail> {
  const task = (await board.snapshot()).tasks.find((each) => each.title === title);
  if (!task) throw new Error(`There is no task ${title}`);
  return (await board.client.query<{ detail: TaskDetail }>("task.get", { boardId: board.id, taskId: task.id })).detail;
}

test("by key, palette or button, from any page: Enter is ready for the next, what is typed is kept", async ({
  signedInPage: page,
  board,
}) => {
  const capture = new CaptureDialog(page);
  await page.goto("/today");
  await untilFetched(page);
  await capture.open();
  await expectAccessible(page);
  await capture.capture("Call the roofer", "Buy slate");
  await capture.field.pressSequentially("A longer one");
  await capture.field.press("Shift+Enter");
  await capture.field.pressSequentially("See https://www.example.com/roofs, and soon.");
  await expect(capture.root.getByRole("list", { name: "Links in it" })).toHaveText("example.com");
  await page.keyboard.press("Escape");
  await expect(capture.root).toBeHidden();

  // Kept through a reload, on another page, by the palette.
  await page.goto("/boards");
  await untilFetched(page);
  const palette = new Palette(page);
  await palette.open();
  await palette.run("capture", "Capture into the inbox");
  await expect(capture.field).toHaveValue("A longer one\nSee https://www.example.com/roofs, and soon.");
  await expect(capture.root.getByText("Draft restored")).toBeVisible();
  await capture.field.press("Control+Enter");
  await expect(capture.root).toBeHidden();
  await page.getByRole("navigation", { name: "Main" }).getByRole("button", { name: "Quick capture" }).click();
  await expect(capture.field).toHaveValue("");
  await expect.poll(() => board.titlesIn("inbox")).toEqual(["A longer one", "Buy slate", "Call the roofer"]);
  expect((await detailOf(board, "A longer one")).notes).toBe("See https://www.example.com/roofs, and soon.");
});

test("several lines are as many thoughts or one, as its person says", async ({ signedInPage: page, board }) => {
  const capture = new CaptureDialog(page);
  await page.goto("/boards");
  await untilFetched(page);
  await capture.open();
  await capture.paste("- Milk\n- Bread\n  - the dark one\n- Post");
  const question = capture.root.getByRole("group", { name: "Capture 3 thoughts, one for each line?" });
  await expect(question.getByRole("listitem")).toHaveText(["Milk", /^Bread\s*1 more line$/, "Post"]);
  await expectAccessible(page);
  await question.getByRole("button", { name: "Capture 3" }).press("Enter");
  await expect(capture.field).toBeFocused();
  await expect.poll(() => board.titlesIn("inbox")).toEqual(["Post", "Bread", "Milk"]);
  expect((await detailOf(board, "Bread")).notes).toBe("- [ ] the dark one");

  await capture.paste("Roof\nslate\nnails");
  await page.keyboard.press("Escape");
  await expect(capture.field).toHaveValue("Roof\nslate\nnails");
  await capture.root.getByRole("button", { name: "One each (3)" }).click();
  await capture.root.getByRole("button", { name: "As one" }).click();
  await expect.poll(async () => (await board.titlesIn("inbox"))[0]).toBe("Roof");
  expect((await detailOf(board, "Roof")).notes).toBe("slate\nnails");
});

test("pasted pictures and dropped files come along, from a board too, and a dictated word", async ({
  boardPage,
  board,
}) => {
  const { page } = boardPage;
  await page.addInitScript(() => {
    class Recognition extends EventTarget {
      onresult: ((event: unknown) => void) | null = null;
      onend: (() => void) | null = null;
      start() {
        const result = Object.assign([{ transcript: "leaks again" }], { isFinal: true });
        queueMicrotask(() => this.onresult?.({ resultIndex: 0, results: [result] }));
      }
      stop() {
        this.onend?.();
      }
      abort() {}
    }
    Object.assign(window, { SpeechRecognition: Recognition });
  });
  await boardPage.open(board.id);
  await boardPage.untilFetched();
  const capture = new CaptureDialog(page);
  // The board's own dialog hands over what it cannot take.
  await capture.open();
  await capture.field.pressSequentially("The roof");
  await pasteFiles(page, [roof]);
  const files = capture.root.getByRole("list", { name: "Files of this thought" }).getByRole("listitem");
  await expect(files).toHaveText(/^Pasted \d{4}-\d\d-\d\d .*\.png/);
  await expect(files.locator("img")).toHaveJSProperty("complete", true);
  await expect(capture.root.getByRole("combobox", { name: "Goes to" })).toHaveValue(board.id);
  const held = await dragFiles(capture.field, [bill]);
  await held.drop();
  await expect(files).toHaveCount(2);
  await expect(capture.field).toHaveValue("The roof");
  // Not captured yet, and not lost with the page either.
  await expect.poll(() => keptFiles(page)).toBe(2);
  await page.reload();
  await boardPage.untilFetched();
  // By its key a board opens its own.
  await page.getByRole("navigation", { name: "Main" }).getByRole("button", { name: "Quick capture" }).click();
  await expect(files).toHaveCount(2);
  await expect(capture.field).toHaveValue("The roof");
  await capture.root.getByRole("button", { name: "Dictate", exact: true }).click();
  await expect(capture.field).toHaveValue("The roof leaks again");
  await expectAccessible(page);
  await capture.root.getByRole("button", { name: "Stop dictating" }).click();
  // A file that is added while the thought is being written to the disk comes with the next one.
  await capture.field.evaluate((field) => {
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File(["120"], "late.txt", { type: "text/plain" }));
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(capture.field).toHaveValue("");
  await expect(files).toHaveText(/late\.txt/);
  await expect.poll(() => board.titlesIn("inbox")).toEqual(["The roof leaks again"]);
  await expect
    .poll(async () => (await detailOf(board, "The roof leaks again")).attachments.map(({ name }) => name))
    .toEqual([expect.stringMatching(/^Pasted .*\.png$/), "bill.txt"]);

  // Two tabs write the same thought: what one of them captures stands in neither.
  await expect.poll(() => keptFiles(page)).toBe(1);
  const other = await page.context().newPage();
  await other.goto("/today");
  await untilFetched(other);
  const others = new CaptureDialog(other);
  await others.open();
  await others.field.fill("The bill");
  await expect(capture.field).toHaveValue("The bill");
  await expect(others.root.getByRole("list", { name: "Files of this thought" })).toContainText("late.txt");
  await others.field.press("Enter");
  await expect(capture.field).toHaveValue("");
  await expect(files).toHaveCount(0);
  await expect.poll(() => keptFiles(page)).toBe(0);
});

test("without a network captures are kept through a closed tab, and go in their order when it is back", async ({
  signedInPage: page,
  board,
  guard,
}) => {
  guard.allow(/ERR_INTERNET_DISCONNECTED|Failed to load resource|Failed to fetch|NetworkError/);
  const capture = new CaptureDialog(page);
  const context = page.context();
  await page.goto("/today");
  await untilFetched(page);
  await context.setOffline(true);
  await expect(pill(page)).toHaveText(/^Offline/);
  await capture.open();
  await capture.capture("first in the tunnel", "second");
  await capture.field.fill("with a picture");
  await pasteFiles(page, [roof]);
  await capture.field.press("Enter");
  await expect(page.getByText("Kept on this device: “with a picture”.")).toBeVisible();
  await expect(capture.waiting).toHaveText([
    /^first in the tunnel\s*queued/,
    /^second\s*queued/,
    /^with a picture\s*queued/,
  ]);
  await expectAccessible(page);

  // One is let go and taken back: it keeps its place.
  await capture.waiting.nth(1).getByRole("button", { name: "Discard “second”" }).click();
  await expect(capture.waiting).toHaveCount(2);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(capture.waiting).toHaveCount(3);

  // Signing out would lose them, and says so.
  await page.keyboard.press("Escape");
  await expect(pill(page)).toHaveText("Offline, 3 queued");
  await page.getByRole("button", { name: "Account of Vera Example" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("dialog", { name: "Sign out now?" })).toContainText("3 changes have not reached");
  await page.close();

  await context.setOffline(false);
  const again = await context.newPage();
  // From any screen, without a key pressed on it.
  await again.goto("/search");
  await expect
    .poll(() => board.titlesIn("inbox"), { timeout: 20_000 })
    .toEqual(["with a picture", "second", "first in the tunnel"]);
  await again.goto("/today");
  await expect.poll(async () => (await detailOf(board, "with a picture")).attachments).toHaveLength(1);
  await expect(pill(again)).toHaveText(/^(Live|Ready)$/);
  const next = new CaptureDialog(again);
  await next.open();
  await expect(next.waiting).toHaveCount(0);
});

test("what the server does not take is told, and waits to be tried again or let go", async ({
  signedInPage: page,
  client,
  board,
  guard,
}) => {
  guard.allow(/status of 4\d\d/);
  const limitInbox = async (wipLimit: number | null) =>
    client.mutate("column.update", { boardId: board.id, columnId: await board.columnId("inbox"), wipLimit });
  await board.addTasks("inbox", "Already there");
  await client.mutate("board.update", { boardId: board.id, wipPolicy: "block" });
  await limitInbox(1);
  const capture = new CaptureDialog(page);
  await page.goto("/boards");
  await untilFetched(page);
  await capture.open();
  await capture.capture("No room");
  await expect(page.getByText(/^“No room” was not captured\./)).toBeVisible();
  await expect(page.getByText("Captured “No room”")).toHaveCount(0);
  await expectAccessible(page);
  await limitInbox(null);
  await capture.waiting.getByRole("button", { name: "Retry “No room”" }).click();
  await expect(capture.waiting).toHaveCount(0);
  await expect.poll(() => board.titlesIn("inbox")).toEqual(["No room", "Already there"]);
});

test("without a board a thought waits for the first one, and goes there by itself", async ({
  signedInPage: page,
  client,
  guard,
}) => {
  guard.allow(/status of 4\d\d/);
  const capture = new CaptureDialog(page);
  await page.goto("/today");
  await untilFetched(page);
  await capture.open();
  await capture.capture("Nowhere to go");
  await expect(page.getByText(/^“Nowhere to go” is kept on this device until you have a board/)).toBeVisible();
  await expect(capture.waiting).toHaveText(/^Nowhere to go\s*Waits for your first board/);
  await expectAccessible(page);
  await page.getByRole("button", { name: "To your boards" }).click();
  await expect(page).toHaveURL(/\/boards$/);
  await page.keyboard.press("Escape");
  await expect(capture.root).toBeHidden();
  await page.getByRole("main").getByRole("button", { name: "New board" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Home");
  await page.getByRole("button", { name: "Create board" }).click();
  await expect(new BoardPage(page).card("Nowhere to go")).toBeVisible();
  expect(await client.query("board.list", undefined)).toHaveLength(1);
});

test("a network without a server captures nothing and says so, and the board that was chosen stays with the draft", async ({
  signedInPage: page,
  client,
  board,
  guard,
}) => {
  guard.allow(/status of 503|Failed to load resource/);
  const garden = await client.createBoard("Garden");
  const capture = new CaptureDialog(page);
  const target = capture.root.getByRole("combobox", { name: "Goes to" });
  await page.goto("/today");
  await untilFetched(page);
  await capture.open();
  await target.selectOption({ label: "Garden" });
  await capture.field.fill("Plant a tree");
  await page.keyboard.press("Escape");
  await expect(capture.root).toBeHidden();
  await page.reload();
  await untilFetched(page);
  await capture.open();
  await expect(capture.field).toHaveValue("Plant a tree");
  await expect(target).toHaveValue(garden.id);

  await page.route(/capture\.send/, (route) => route.fulfill({ status: 503, body: "" }));
  await capture.field.press("Enter");
  await expect(page.getByText("Kept on this device: “Plant a tree”.")).toBeVisible();
  await expect(page.getByText("Captured “Plant a tree”")).toHaveCount(0);
  // The next one goes there, too, as long as the dialog is open.
  await expect(target).toHaveValue(garden.id);
  await page.keyboard.press("Escape");
  await expect(pill(page)).toHaveText("Reconnecting, 1 queued");
  await page.goto("/capture");
  const field = page.getByRole("textbox", { name: "What is on your mind?" });
  await field.fill("Water it");
  await field.press("Enter");
  await expect(page.getByRole("heading", { name: "Kept on this device" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Captured" })).toHaveCount(0);
  await page.unroute(/capture\.send/);
  await page.reload();
  await expect.poll(() => garden.titlesIn("inbox"), { timeout: 20_000 }).toEqual(["Plant a tree"]);
  await expect.poll(() => board.titlesIn("inbox"), { timeout: 20_000 }).toEqual(["Water it"]);
  // Nothing is begun: the usual inbox is meant again.
  await untilFetched(page);
  await page.goto("/today");
  await untilFetched(page);
  await capture.open();
  await expect(target).toHaveValue("");
});

test("a picture pasted into the capture page stays through a reload and comes along", async ({
  signedInPage: page,
  board,
}) => {
  await page.goto("/capture");
  const field = page.getByRole("textbox", { name: "What is on your mind?" });
  await field.fill("The roof");
  // There is nothing to close here, and nothing is promised.
  await expect(page.getByText("Shift+Enter: new line", { exact: true })).toBeVisible();
  await pasteFiles(page, [roof]);
  const files = page.getByRole("list", { name: "Files of this thought" }).getByRole("listitem");
  await expect(files).toHaveCount(1);
  await expect.poll(() => keptFiles(page, "draft-files/capture/page")).toBe(1);
  await page.reload();
  await expect(field).toHaveValue("The roof");
  await expect(files).toHaveText(/^Pasted /);
  await field.press("Enter");
  await expect(page.getByRole("heading", { name: "Captured" })).toBeVisible();
  await expect.poll(async () => (await detailOf(board, "The roof")).attachments.length).toBe(1);
  await expect.poll(() => keptFiles(page, "draft-files/capture/page")).toBe(0);
});

test("a bookmarklet fills the form in and captures nothing by itself; settings have it, and where captures go", async ({
  page,
  client,
  board,
}) => {
  const other = await client.createBoard("Garden");
  const query = new URLSearchParams({
    title: "On roofs",
    url: "https://example.com/roofs",
    text: "Slate <b>lasts</b>.",
  });
  await page.goto(`/capture?${query.toString()}`);
  await page.getByLabel("Email").fill(client.person.email);
  await page.getByLabel("Password").fill(client.person.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  const field = page.getByRole("textbox", { name: "What is on your mind?" });
  await expect(field).toHaveValue("On roofs\n\nSlate <b>lasts</b>.\n\nhttps://example.com/roofs");
  await expect(page.getByText("Nothing is captured until you press Enter.")).toBeVisible();
  await expectAccessible(page);
  expect(await board.titlesIn("inbox")).toEqual([]);
  await field.press("Enter");
  await expect(page.getByRole("heading", { name: "Captured" })).toBeVisible();
  await expectAccessible(page);
  await expect.poll(() => board.titlesIn("inbox")).toEqual(["On roofs"]);
  expect((await detailOf(board, "On roofs")).notes).toBe("Slate <b>lasts</b>.\n\nhttps://example.com/roofs");

  await page.goto("/settings/capture");
  const choice = page.getByRole("combobox", { name: "Captures go to the inbox of" });
  await expect(page.getByText("Now they go to Home.")).toBeVisible();
  await choice.selectOption({ label: "Garden" });
  await expect(page.getByText("Now they go to Garden.")).toBeVisible();
  const bookmark = page.getByRole("link", { name: "Capture to Kanban" });
  await expect(bookmark).toHaveAttribute("href", /^javascript:.*capture%3F/);
  await bookmark.click();
  await expect(page.getByText(/^Drag it to the bookmarks bar/)).toBeVisible();
  await expectAccessible(page);
  await untilFetched(page);
  const capture = new CaptureDialog(page);
  await capture.open();
  await capture.capture("Plant a tree");
  await expect.poll(() => other.titlesIn("inbox")).toEqual(["Plant a tree"]);
});
