import { gzipSync } from "node:zlib";
import type { Page, Response } from "@playwright/test";
import { address } from "./application/addresses.ts";
import { fillLargeBoard, nthTitle } from "./fixtures/large-board.ts";
import { expect, test } from "./fixtures/test.ts";
import { transferOf } from "./fixtures/transfer-of.ts";
import { BoardPage } from "./pages/board-page.ts";

/*
 * What a board costs, in figures that are the same on every machine: bytes by what the browser requests, elements, and
 * transfer. Each measure is also shown something too large, to see that it would notice.
 */

/** 1 kB is 1,000 bytes, as transfer is counted. 180 kB of script are aimed at, of which Next and React alone take 135. */
const budgets = { scriptKb: 230, styleKb: 20, cards: 150, elements: 4_000, snapshotKb: 320, againKb: 5 } as const;

type Weight = { scriptKb: number; styleKb: number; files: string[] };

/** What a browser that has never been here requests until the board stands: gzip of every script and style sheet. */
async function weigh(page: Page, boardId: string, isDrawn: () => Promise<void>): Promise<Weight> {
  // What is asked for after the first card is no part of the first picture.
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector("[data-task-id]")) return;
      observer.disconnect();
      performance.mark("first-card");
    });
    observer.observe(document, { childList: true, subtree: true });
  });
  const bodies: Promise<{ kind: string; kb: number; name: string }>[] = [];
  const count = (response: Response) => {
    const kind = response.request().resourceType();
    if (kind !== "script" && kind !== "stylesheet") return;
    const name = new URL(response.url()).pathname.split("/").at(-1) ?? "";
    bodies.push(response.body().then((body) => ({ kind, name, kb: gzipSync(body, { level: 9 }).length / 1_000 })));
  };
  page.on("response", count);
  await page.goto(`/boards/${boardId}`);
  await isDrawn();
  const early = await page.evaluate(() => {
    const drawnAt = performance.getEntriesByName("first-card")[0]!.startTime;
    const asked = performance.getEntriesByType("resource").filter(({ startTime }) => startTime < drawnAt);
    return asked.map(({ name }) => new URL(name).pathname.split("/").at(-1));
  });
  // What comes from here on is not counted, and may still be on its way when the test ends.
  page.off("response", count);
  const files = (await Promise.all(bodies)).filter(({ name }) => early.includes(name));
  expect(files.length).toBeGreaterThan(5);
  const sum = (kind: string) => files.reduce((kb, file) => kb + (file.kind === kind ? file.kb : 0), 0);
  return {
    scriptKb: sum("script"),
    styleKb: sum("stylesheet"),
    files: files.toSorted((a, b) => b.kb - a.kb).map(({ name, kb }) => `${kb.toFixed(1)} kB ${name}`),
  };
}

test("the board's script and style stay within their budgets", async ({ board, signedInPage }) => {
  await board.addTasks("next", "a task");
  const large = new BoardPage(signedInPage);
  const weight = await weigh(signedInPage, board.id, () => expect(large.card("a task")).toBeVisible());
  test.info().annotations.push({ type: "script", description: `${weight.scriptKb.toFixed(1)} kB` });
  expect(weight.scriptKb, weight.files.join("\n")).toBeLessThanOrEqual(budgets.scriptKb);
  expect(weight.styleKb, weight.files.join("\n")).toBeLessThanOrEqual(budgets.styleKb);
});

test("a script that has grown is noticed", async ({ board, signedInPage }) => {
  await board.addTasks("next", "a task");
  const grown = Array.from({ length: 60_000 }, () => Math.random().toString(36).slice(2)).join("");
  let isPlanted = false;
  await signedInPage.route(/\/_next\/static\/chunks\/.*\.js/, async (route) => {
    if (isPlanted) return route.continue();
    isPlanted = true;
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\n/*${grown}*/` });
  });
  const large = new BoardPage(signedInPage);
  const weight = await weigh(signedInPage, board.id, () => expect(large.card("a task")).toBeVisible());
  expect(weight.scriptKb).toBeGreaterThan(budgets.scriptKb);
});

const inPage = (page: Page) =>
  page.evaluate(() => ({
    elements: document.querySelectorAll("*").length,
    cards: document.querySelectorAll("[data-task-id]").length,
  }));

test("5,000 tasks draw no more than a window of them, wherever it is", async ({ board, signedInPage }, testInfo) => {
  await fillLargeBoard(board, 5_000, testInfo);
  await signedInPage.setViewportSize({ width: 1360, height: 900 });
  const large = new BoardPage(signedInPage);
  await large.open(board.id);
  await expect(large.card(nthTitle(1))).toBeVisible();
  const expectFew = async () => {
    const { cards, elements } = await inPage(signedInPage);
    expect(cards).toBeGreaterThan(20);
    expect(cards).toBeLessThanOrEqual(budgets.cards);
    expect(elements).toBeLessThanOrEqual(budgets.elements);
  };
  await expectFew();
  await signedInPage.evaluate(() => {
    for (const list of document.querySelectorAll("[data-column-id] div:has(> ul)")) list.scrollTo({ top: 30_000 });
    document.querySelector("#board-columns")?.scrollTo({ left: 10_000 });
  });
  // The second card of the first column; its first is the one Tab goes to.
  await expect(large.card(nthTitle(6))).toBeHidden();
  await expectFew();

  // A page that draws everything is noticed.
  await signedInPage.evaluate(() => {
    const card = document.querySelector("[data-task-id]")!;
    for (let copy = 0; copy < 1_000; copy++) document.body.append(card.cloneNode(true));
  });
  const { cards, elements } = await inPage(signedInPage);
  expect(cards).toBeGreaterThan(budgets.cards);
  expect(elements).toBeGreaterThan(budgets.elements);
});

test("5,000 tasks travel in 320 kB, and a second visit asks only for what has happened", async ({
  board,
  signedInPage,
}, testInfo) => {
  await fillLargeBoard(board, 5_000, testInfo);
  const input = encodeURIComponent(JSON.stringify({ boardId: board.id }));
  const snapshot = await transferOf(`${address}/api/trpc/board.snapshot?input=${input}`, board.client.person.cookie);
  expect(snapshot.encoding).toBe("gzip");
  expect(snapshot.kb).toBeLessThanOrEqual(budgets.snapshotKb);
  expect(snapshot.plainKb).toBeGreaterThan(budgets.snapshotKb);

  const large = new BoardPage(signedInPage);
  await large.open(board.id);
  await expect(large.card(nthTitle(1))).toBeVisible();
  const kept = () =>
    signedInPage.evaluate(async () => {
      const names = (await indexedDB.databases()).flatMap(({ name }) =>
        name?.startsWith("kanban-boards") ? name : [],
      );
      const open = indexedDB.open(names[0] ?? "none");
      await new Promise((done) => (open.onsuccess = done));
      const { result: db } = open;
      if (!db.objectStoreNames.contains("boards")) return 0;
      const count = db.transaction("boards").objectStore("boards").count();
      await new Promise((done) => (count.onsuccess = done));
      db.close();
      return count.result;
    });
  await expect.poll(kept).toBe(1);

  let bytes = 0;
  const asked: string[] = [];
  const session = await signedInPage.context().newCDPSession(signedInPage);
  await session.send("Network.enable");
  const urls = new Map<string, string>();
  session.on("Network.responseReceived", ({ requestId, response }) => urls.set(requestId, response.url));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const url = urls.get(requestId) ?? "";
    if (!/\/api\/trpc\/board\.(?!list)/.test(url)) return;
    asked.push(new URL(url).pathname);
    bytes += encodedDataLength;
  });
  const delta = signedInPage.waitForResponse(/board\.delta/);
  await signedInPage.reload();
  await (await delta).finished();
  await expect(large.connection).toHaveText("Live");
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  expect(asked.join(" ")).not.toContain("board.snapshot");
  expect(bytes / 1_000).toBeLessThanOrEqual(budgets.againKb);
});
