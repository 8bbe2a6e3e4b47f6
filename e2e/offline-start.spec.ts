import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/test.ts";
import { BoardPage } from "./pages/board-page.ts";

test.use({ serviceWorkers: "allow" });
test.beforeEach(({ guard }) =>
  guard.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to load resource|Failed to fetch|NetworkError/),
);

/** The app's files are on the device, and so is this page. */
async function untilKept(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        return Boolean(registration?.active) && (await caches.match(location.origin + location.pathname)) !== undefined;
      }),
    )
    .toBe(true);
}

test("the app starts without a network: the board is there, is worked on, and catches up", async ({
  boardPage,
  board,
}) => {
  const { page } = boardPage;
  const context = page.context();
  await board.addTasks("next", "pack the bags");
  await boardPage.expectTitles("Next", ["pack the bags"]);
  await untilKept(page);
  // The copy on disk is written within a second of a change.
  await expect.poll(() => page.evaluate(() => indexedDB.databases().then((all) => all.length))).toBeGreaterThan(0);
  await page.reload();
  await boardPage.expectTitles("Next", ["pack the bags"]);

  await context.setOffline(true);
  await page.close();
  const again = new BoardPage(await context.newPage());
  await again.open(board.id);
  await again.expectTitles("Next", ["pack the bags"]);
  await expect(again.connection).toHaveText(/^Offline/);
  await again.add("Inbox", "written in the mountains");
  await context.setOffline(false);
  await expect(again.connection).toHaveText("Live");
  await expect.poll(() => board.titlesIn("inbox")).toEqual(["written in the mountains"]);
});

test("without a network a task never opened leads to its board, and an unknown page to words", async ({
  boardPage,
  board,
}) => {
  const { page } = boardPage;
  await board.addTasks("next", "pack the bags");
  await boardPage.expectTitles("Next", ["pack the bags"]);
  await untilKept(page);
  await page.context().setOffline(true);
  await page.goto(`/boards/${board.id}/tasks/1`);
  await expect(page).toHaveURL(new RegExp(`/boards/${board.id}$`));
  await boardPage.expectTitles("Next", ["pack the bags"]);
  await page.goto("/nowhere-yet", { waitUntil: "commit" });
  await expect(page.getByRole("heading", { name: "No connection" })).toBeVisible();
  await page.context().setOffline(false);
});

test("the app can be installed", async ({ boardPage }) => {
  const { page } = boardPage;
  const href = await page.locator("link[rel=manifest]").getAttribute("href");
  const manifest = (await (await page.request.get(href ?? "")).json()) as { name: string; icons: { src: string }[] };
  expect(manifest.name).toBe("Personal Kanban");
  for (const { src } of manifest.icons) expect((await page.request.get(src)).status(), src).toBe(200);
  const worker = await page.request.get("/sw.js");
  expect(worker.headers()["content-type"]).toContain("javascript");
});
