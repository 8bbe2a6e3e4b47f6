import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Attachment, TaskDetail } from "@kanban/domain/entities";
import type { TestBoard } from "./fixtures/api-client.ts";
import { expectAccessible } from "./fixtures/axe.ts";
import { dragFiles, pasteFiles } from "./fixtures/files-from-outside.ts";
import { drawPicture } from "@kanban/demo/draw-picture";
import { expect, test } from "./fixtures/test.ts";
import type { BoardPage } from "./pages/board-page.ts";
import { TaskPanel } from "./pages/task-panel.ts";

const sunset = { name: "Sunset.png", type: "image/png", bytes: drawPicture(480, 320) };
const list = { name: "List.txt", type: "text/plain", bytes: Buffer.from("Rake\n<b>Spade</b>\nSeeds") };

async function openTask(boardPage: BoardPage, title: string) {
  const panel = new TaskPanel(boardPage.page);
  await boardPage.card(title).getByRole("link").click();
  await expect(panel.root).toBeVisible();
  const files = panel.root.getByRole("region", { name: /^Files/ });
  await expect(files).toBeVisible();
  return { panel, files };
}

const filesOf = async (board: TestBoard, taskId: string): Promise<Attachment[]> =>
  (await board.client.query<{ detail: TaskDetail }>("task.get", { boardId: board.id, taskId })).detail.attachments;

/** Nobody drops a file on a page that has just loaded: the listeners come a moment after it. */
const whenReady = async ({ page }: BoardPage) => {
  await page.waitForFunction(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["x"], "x"));
    const event = new DragEvent("dragover", { dataTransfer: transfer, bubbles: true, cancelable: true });
    return !document.body.dispatchEvent(event);
  });
};

test("files dropped on an open task are listed with a picture of them, looked at, renamed, removed and brought back", async ({
  boardPage,
  board,
}) => {
  const [taskId] = await board.addTasks("next", "Garden");
  const { panel, files } = await openTask(boardPage, "Garden");
  await whenReady(boardPage);
  const { page } = boardPage;
  const held = await dragFiles(panel.root.getByRole("heading", { level: 2 }), [sunset, list]);
  await expect(panel.root.getByText("Drop to attach")).toBeVisible();
  await held.drop();
  await expect(panel.root.getByText("Drop to attach")).toBeHidden();
  const rows = files.getByRole("listitem");
  // Both are sent at once: whichever comes first stands first.
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: /List\.txt\s*Text · / })).toBeVisible();
  // Made by the worker, and told by the live stream.
  const thumb = rows.filter({ hasText: /Sunset\.png\s*PNG · / }).locator("img");
  await expect(thumb).toBeVisible({ timeout: 15_000 });
  expect(await thumb.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(480);
  await expectAccessible(page);

  await files.getByRole("button", { name: "Open Sunset.png" }).click();
  const viewer = page.getByRole("dialog", { name: "Sunset.png" });
  await expect(viewer.getByRole("img", { name: "Sunset.png" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(viewer).toBeHidden();
  await expect(panel.root).toBeVisible();

  await files.getByRole("button", { name: "Open List.txt" }).click();
  await expect(page.getByRole("dialog", { name: "List.txt" })).toContainText("<b>Spade</b>");
  await page.keyboard.press("Escape");

  await files.getByRole("button", { name: "More about List.txt" }).click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  const name = files.getByRole("textbox", { name: "Name of List.txt" });
  await expect(name).toBeFocused();
  await name.fill("Tools.txt");
  await name.press("Enter");
  await expect(rows.filter({ hasText: "Tools.txt" })).toBeVisible();
  await expect
    .poll(async () => (await filesOf(board, taskId!)).map((file) => file.name).toSorted())
    .toEqual(["Sunset.png", "Tools.txt"]);

  await files.getByRole("button", { name: "More about Tools.txt" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Download" }).click();
  expect((await download).suggestedFilename()).toBe("Tools.txt");

  await files.getByRole("button", { name: "More about Tools.txt" }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await expect(rows).toHaveCount(1);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rows).toHaveCount(2);
  await panel.close();
  await expect(boardPage.card("Garden")).toContainText("2 files");
});

test("a file dropped on a card goes to its task, and its picture can be the card's cover", async ({
  boardPage,
  board,
}) => {
  const { page } = boardPage;
  const [taskId] = await board.addTasks("next", "Garden", "Another");
  await expect(boardPage.card("Garden")).toBeVisible();
  await whenReady(boardPage);
  const held = await dragFiles(boardPage.card("Garden"), [sunset]);
  await expect(boardPage.card("Garden")).toHaveAttribute("data-file-over", "");
  await held.drop();
  await expect(page.getByText("Attaching 1 file to “Garden”")).toBeVisible();
  await expect(boardPage.card("Garden")).toContainText("1 file");
  await expect(boardPage.card("Another")).not.toContainText("file");

  const { panel, files } = await openTask(boardPage, "Garden");
  await expect(files.locator("img")).toBeVisible({ timeout: 15_000 });
  await files.getByRole("button", { name: "More about Sunset.png" }).click();
  await page.getByRole("menuitem", { name: "Set as cover" }).click();
  await expect(files.getByText("Cover", { exact: false })).toBeVisible();
  await panel.close();
  const cover = boardPage.card("Garden").locator("img");
  await expect(cover).toBeVisible();
  // Its room is that of its shape before a byte of it is there.
  let release = () => {};
  const held2 = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/preview", async (route) => {
    await held2;
    await route.continue();
  });
  await page.reload();
  await expect(cover).toBeAttached();
  const before = await boardPage.card("Garden").boundingBox();
  release();
  await expect.poll(() => cover.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth)).toBe(480);
  expect(await boardPage.card("Garden").boundingBox()).toEqual(before);
  expect(before!.height).toBeGreaterThan(150);
  await expectAccessible(page);
  const snapshot = await board.snapshot();
  expect(snapshot.tasks.find(({ id }) => id === taskId)?.cover).toMatchObject({ width: 480, height: 320 });
});

test("a picture pasted into an open task is attached; pasted into its notes, it stands in them", async ({
  boardPage,
  board,
}) => {
  const { page } = boardPage;
  const [taskId] = await board.addTasks("next", "Garden");
  const { panel, files } = await openTask(boardPage, "Garden");
  await whenReady(boardPage);
  await pasteFiles(page, [{ ...sunset, name: "image.png" }]);
  await expect(files.getByRole("listitem")).toHaveText([/^Pasted \d{4}-.*\.png/]);

  await panel.root.getByRole("button", { name: "Add notes" }).click();
  await panel.root.getByRole("textbox", { name: "Notes" }).fill("See: ");
  await pasteFiles(page, [sunset]);
  await panel.root.getByRole("button", { name: "Done" }).click();
  const image = panel.notes.getByRole("img", { name: "Sunset.png" });
  await expect(image).toHaveAttribute("src", new RegExp(`^/api/attachments/${board.id}/${taskId}/`));
  await expect(files.getByRole("listitem")).toHaveCount(2);
  await expect
    .poll(() => image.evaluate((shown: HTMLImageElement) => shown.naturalWidth), { timeout: 15_000 })
    .toBe(480);
});

test("an upload shows how far it is, can be cancelled, and tried again when it broke off", async ({
  boardPage,
  board,
  guard,
}) => {
  guard.allow(/ERR_FAILED|Failed to load resource/);
  const { page } = boardPage;
  const [taskId] = await board.addTasks("next", "Garden");
  const { files } = await openTask(boardPage, "Garden");
  let answer: "hold" | "break" | "pass" = "hold";
  await page.route("**/api/attachments/**", async (route) => {
    if (route.request().method() !== "POST" || answer === "pass") return route.continue();
    if (answer === "break") return route.abort();
  });
  const picker = files.locator("input[data-files-picker]");
  await picker.setInputFiles({ name: "Held.txt", mimeType: "text/plain", buffer: Buffer.from("held") });
  await expect(files.getByRole("progressbar", { name: "Uploading Held.txt" })).toBeVisible();
  await expectAccessible(page);
  await files.getByRole("button", { name: "Cancel Held.txt" }).click();
  await expect(files.getByRole("listitem")).toHaveCount(0);

  answer = "break";
  await picker.setInputFiles({ name: "Broken.txt", mimeType: "text/plain", buffer: Buffer.from("broken") });
  await expect(files.getByText("The upload broke off.", { exact: true })).toBeVisible();
  await expectAccessible(page);
  answer = "pass";
  await files.getByRole("button", { name: "Retry Broken.txt" }).click();
  await expect(files.getByRole("listitem")).toHaveText([/Broken\.txt\s*Text · 6 B/]);
  expect((await filesOf(board, taskId!)).map(({ name }) => name)).toEqual(["Broken.txt"]);
});

test("files added without a network wait for it, also through a closed tab", async ({ boardPage, board, guard }) => {
  guard.allow(/ERR_INTERNET_DISCONNECTED|Failed to load resource|Failed to fetch|NetworkError/);
  const { page } = boardPage;
  const [taskId] = await board.addTasks("next", "Garden");
  await expect(boardPage.connection).toHaveText("Live");
  const { files } = await openTask(boardPage, "Garden");
  const context = page.context();
  await context.setOffline(true);
  await files
    .locator("input[data-files-picker]")
    .setInputFiles({ name: "Tunnel.png", mimeType: "image/png", buffer: sunset.bytes });
  await expect(files.getByText("Waiting for the network", { exact: true })).toBeVisible();
  await page.close();
  await context.setOffline(false);
  expect(await filesOf(board, taskId!)).toEqual([]);
  const again = await context.newPage();
  await again.goto(`/boards/${board.id}`);
  await expect
    .poll(async () => (await filesOf(board, taskId!)).map(({ sha256 }) => sha256), { timeout: 20_000 })
    .toEqual([createHash("sha256").update(sunset.bytes).digest("hex")]);
});

test("fifty megabytes pass through the web server as they are", async ({ boardPage, board }) => {
  const [taskId] = await board.addTasks("next", "Garden");
  const { files } = await openTask(boardPage, "Garden");
  const folder = mkdtempSync(path.join(tmpdir(), "kanban-large-"));
  const bytes = randomBytes(50 * 1024 * 1024);
  writeFileSync(path.join(folder, "Large.bin"), bytes);
  await files.locator("input[data-files-picker]").setInputFiles(path.join(folder, "Large.bin"));
  await expect(files.getByRole("listitem")).toHaveText([/Large\.bin\s*File · 52 MB/], { timeout: 30_000 });
  const [file] = await filesOf(board, taskId!);
  expect(file).toMatchObject({ size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
  const answer = await boardPage.page.request.get(`/api/attachments/${board.id}/${taskId}/${file!.id}`);
  expect(
    createHash("sha256")
      .update(await answer.body())
      .digest("hex"),
  ).toBe(file!.sha256);
  expect(answer.headers()).toMatchObject({
    "content-disposition": expect.stringMatching(/^attachment; /),
    "x-content-type-options": "nosniff",
    "content-security-policy": expect.stringContaining("sandbox"),
  });
  rmSync(folder, { recursive: true });
});
