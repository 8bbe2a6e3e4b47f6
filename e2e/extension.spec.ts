/// <reference types="chrome" />
import http from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./fixtures/axe.ts";
import { endWorker, test, workerOf } from "./fixtures/extension.ts";
import { pressAction } from "./fixtures/press-action.ts";
import { expect } from "./fixtures/test.ts";

/* The extension, installed in a real browser: it connects with the running app and captures for it. */

// Each starts a whole browser of its own.
test.describe.configure({ timeout: 90_000 });

const article = `<!doctype html><title>On &lt;b&gt;roofs&lt;/b&gt;</title>
  <p id="words">Slate lasts a century.</p><a href="/slate">About slate</a>`;

/** A page of somebody else, at an address the extension has no permission for. */
async function withArticle(look: (url: string) => Promise<void>): Promise<void> {
  const server = http.createServer((_, response) =>
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(article),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await look(`http://article.localhost:${(server.address() as AddressInfo).port}/roofs`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test("a browser is connected by a press, takes a page with its selection to a chosen board, and hears of being revoked", async ({
  context,
  worker,
  client,
  board,
  connect,
  openForm,
  guard,
}) => {
  guard.allow(/401|Failed to load resource/);
  const work = await client.createBoard("Work");
  const first = await openForm();
  await expect(first.getByRole("heading", { name: "Connect this browser" })).toBeVisible();
  await expectAccessible(first);
  await first.getByLabel("Address of your Personal Kanban").fill("two words");
  await first.keyboard.press("Enter");
  await expect(first.getByText("That is no web address.")).toBeVisible();
  await first.close();
  await connect();

  await withArticle(async (url) => {
    const page = await context.newPage();
    await page.goto(url);
    await page.locator("#words").selectText();
    const popup = await pressAction(context, new URL(worker.url()).host, page);
    const values = "[...document.querySelectorAll('input, textarea')].map((field) => field.value)";
    await expect.poll(() => popup.read(values)).toEqual(["On <b>roofs</b>", url, "Slate lasts a century.", ""]);
    expect(await popup.read("document.documentElement.clientWidth")).toBe(360);
    await popup.close();

    // The press counts until the page is left: the same form as a tab, where a test has hands.
    const form = await openForm();
    await expect(form.getByLabel("Selection")).toHaveValue("Slate lasts a century.");
    await expect(form.getByLabel("Note")).toBeFocused();
    await expectAccessible(form);
    await form.keyboard.type("for the shed");
    await form.getByLabel("Board").selectOption({ label: "Work" });
    await form.keyboard.press("Control+Enter");
    await expect(form.getByRole("heading", { name: "Saved to Work" })).toBeVisible();
    await expectAccessible(form);
    expect(await work.titlesIn("inbox")).toEqual(["On <b>roofs</b>"]);
    expect(await board.titlesIn("inbox")).toEqual([]);
    const { detail } = await client.query<{ detail: { notes: string } }>("task.get", { boardId: work.id, number: 1 });
    expect(detail.notes).toBe(`for the shed\n\n> Slate lasts a century.\n\n${url}`);
    await form.close();

    // By the menu: the board chosen last, without a window.
    await page.bringToFront();
    await worker.evaluate(async (pageUrl) => {
      const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
      const press = { menuItemId: "link", linkUrl: new URL("/slate", pageUrl).href, pageUrl, editable: false };
      // What the browser does at a press, for which there are no hands either.
      (chrome.contextMenus.onClicked as unknown as { dispatch(...args: unknown[]): void }).dispatch(press, tab);
    }, url);
    await expect.poll(() => work.titlesIn("inbox")).toHaveLength(2);
    expect((await work.titlesIn("inbox"))[0]).toBe("Slate lasts a century.");
  });

  const [token] = await client.query<{ id: string; name: string }[]>("token.list", undefined);
  expect(token?.name).toMatch(/^Chrome on /);
  await client.call("mutation", "token.revoke", { tokenId: token!.id });
  const form = await openForm();
  await expect(form.getByRole("alert")).toContainText("This browser was disconnected in the app.");
  await form.getByLabel("Title").fill("Kept through it");
  await form.keyboard.press("Enter");
  await expect(form.getByRole("heading", { name: "Kept in this browser" })).toBeVisible();
  await expectAccessible(form);
  await form.close();
  const reconnect = await openForm();
  await reconnect.getByRole("button", { name: "Connect again" }).click();
  const opened = context.waitForEvent("page");
  await reconnect.getByRole("button", { name: /^Connect/ }).click();
  await (await opened).getByRole("button", { name: "Connect" }).click();
  await expect.poll(() => work.titlesIn("inbox")).toContain("Kept through it");
});

test("disconnecting ends what the browser was given, and says so where the app could not be told", async ({
  client,
  connect,
  openForm,
  way,
  guard,
}) => {
  guard.allow(/Failed to load resource|ERR_/);
  await connect();
  const tokens = () => client.query<unknown[]>("token.list", undefined);
  expect(await tokens()).toHaveLength(1);
  const form = await openForm();
  const disconnect = async () => {
    await form.getByRole("button", { name: "Disconnect" }).click();
    await form.getByRole("button", { name: "End this connection" }).click();
  };
  way.mode = "down";
  await disconnect();
  await expect(form.getByRole("alert")).toContainText("did not answer");
  await expect(form.getByRole("button", { name: "Forget it here" })).toBeFocused();
  await expectAccessible(form);
  way.mode = "through";
  await form.reload();
  await disconnect();
  await expect(form.getByRole("heading", { name: "Connect this browser" })).toBeVisible();
  expect(await tokens()).toEqual([]);
});

test("what is captured without a network, past lost answers and by a worker that is ended, arrives once and in order", async ({
  context,
  worker,
  board,
  connect,
  openForm,
  way,
  guard,
}) => {
  guard.allow(/Failed to load resource|ERR_/);
  await connect();
  const badge = async () => (await workerOf(context)).evaluate(() => chrome.action.getBadgeText({}));
  const save = async (title: string, said: string) => {
    const form = await openForm();
    await form.getByLabel("Title").fill(title);
    await form.keyboard.press("Enter");
    await expect(form.getByRole("heading", { name: said })).toBeVisible();
    await form.close();
  };
  way.mode = "down";
  await save("First", "Kept in this browser");
  expect(worker.url()).toContain("background.js");
  await expect.poll(badge).toBe("1");
  // It arrives, and nobody hears so.
  way.mode = "deaf";
  const arrived = way.arrived.length;
  await save("Second", "Kept in this browser");
  await expect.poll(() => way.arrived.slice(arrived)).toContain("POST /api/capture");
  await expect.poll(() => board.titlesIn("inbox")).toEqual(["First"]);
  way.mode = "down";
  await endWorker(context);
  await save("Third", "Kept in this browser");
  await expect.poll(badge).toBe("3");
  const list = await openForm();
  await list.getByText("3 captures waiting").click();
  await expect(list.getByRole("list", { name: "Kept in this browser" }).getByRole("listitem")).toHaveText([
    /First/,
    /Second/,
    /Third/,
  ]);
  await expectAccessible(list);
  await endWorker(context);
  way.mode = "through";
  await list.getByRole("button", { name: "Send now" }).click();
  await expect(list.getByText("captures waiting")).toBeHidden();
  await expect.poll(badge).toBe("");
  expect((await board.titlesIn("inbox")).toReversed()).toEqual(["First", "Second", "Third"]);

  // A full inbox on a board that blocks: told at once, and nothing is lost.
  const columnId = await board.columnId("inbox");
  await board.client.mutate("column.update", { boardId: board.id, columnId, wipLimit: 3 });
  await list.close();
  const form = await openForm();
  await form.getByLabel("Title").fill("One too many");
  await form.keyboard.press("Enter");
  await expect(form.getByRole("alert")).toContainText("Inbox is full: 3 of 3.");
  await expect(form.getByLabel("Title")).toHaveValue("One too many");
  await expectAccessible(form);
  // Closed, as a popup is by any press beside it, it is kept; saved anew, it is one.
  const kept = (page: Page) => page.getByRole("list", { name: "Kept in this browser" }).getByRole("listitem");
  await expect(kept(form)).toBeHidden();
  const another = await openForm();
  await expect(kept(another)).toContainText("One too many");
  await another.close();
  await board.client.mutate("column.update", { boardId: board.id, columnId, wipLimit: null });
  await form.keyboard.press("Control+Enter");
  await expect(form.getByRole("heading", { name: "Saved to Home" })).toBeVisible();
  expect((await board.titlesIn("inbox")).filter((title) => title === "One too many")).toHaveLength(1);
  await expect(kept(form)).toBeHidden();
  await expect.poll(badge).toBe("");
});
