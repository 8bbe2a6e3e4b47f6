import type { Page } from "@playwright/test";
import { expectAccessible } from "./fixtures/axe.ts";
import { ApiClient } from "./fixtures/api-client.ts";
import { expect, test } from "./fixtures/test.ts";

test("a stranger is sent to sign in, and afterwards to the page they wanted", async ({ page, client, board }) => {
  await page.goto(`/boards/${board.id}`);
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expectAccessible(page);
  await signInWith(page, client.person);
  await expect(page).toHaveURL(new RegExp(`/boards/${board.id}$`));
  await expect(page.getByRole("region", { name: /^Inbox, / })).toBeVisible();
});

test("a wrong password is refused in words that do not say which accounts exist", async ({ page, client, guard }) => {
  guard.allow(/401/);
  await page.goto("/sign-in");
  const form = page.getByRole("main");
  for (const email of [client.person.email, "nobody@example.test"]) {
    await page.getByLabel("Email").fill(email);
    await page.getByLabel("Password").fill("certainly not this one");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(form.getByText("That email and password do not belong together.")).toBeVisible();
    await page.reload();
  }
});

test("sign-up explains what is missing before it asks the server", async ({ page }) => {
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill("Vera");
  await page.getByLabel("Email").fill("vera@example.test");
  await page.getByLabel("Password").fill("short");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText(/^Use at least \d+ characters\.$/)).toBeVisible();
  await expect(page.getByLabel("Password")).toBeFocused();
  await expectAccessible(page);
});

test("a session that ends leads to the sign-in page; what was queued arrives once its person is back, in any tab", async ({
  boardPage,
  board,
  client,
  guard,
}) => {
  guard.allow(/401/);
  const { page, connection } = boardPage;
  await expect(connection).toHaveText("Live");
  await boardPage.add("Inbox", "written before");
  await expect.poll(() => board.titlesIn("inbox")).toEqual(["written before"]);
  await page.context().clearCookies();
  const field = page.getByRole("textbox", { name: "New task in Inbox" });
  await field.fill("written too late");
  await field.press("Enter");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();

  const other = await page.context().newPage();
  await other.goto(`/boards/${board.id}`);
  await signInWith(other, client.person);
  await expect.poll(() => board.titlesIn("inbox")).toEqual(["written before", "written too late"]);
  await boardPage.expectTitles("Inbox", ["written before", "written too late"]);
  await expect(connection).toHaveText("Live");
});

test("the demo opens with one press on this machine", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Open the demo" }).click();
  await expect(
    page
      .getByRole("region", { name: /^Inbox, / })
      .or(page.getByRole("heading", { name: "Boards" }))
      .first(),
  ).toBeVisible();
  await page.goto("/boards");
  await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
  await expectAccessible(page);
});

test.describe("with the app's pages kept for a start without a network", () => {
  test.use({ serviceWorkers: "allow" });

  test("signing out leaves nothing of the person in the browser", async ({ boardPage, board }) => {
    const { page } = boardPage;
    await boardPage.add("Inbox", "a secret plan");
    await expect.poll(() => board.titlesIn("inbox")).toEqual(["a secret plan"]);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await boardPage.card("a secret plan").getByRole("link").click();
    await expect.poll(() => page.evaluate(readEverythingStored)).toMatch(/tasks\/.*a-secret-plan/);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Account of Vera Example" }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await expect.poll(() => page.evaluate(readEverythingStored)).not.toMatch(/a.secret.plan/);
    await page.goto(`/boards/${board.id}`);
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  });
});

test("another person on the same browser sees none of the first one's boards", async ({
  board,
  guard,
  openBrowserOf,
}) => {
  guard.allow(/404/);
  const other = await ApiClient.signUp({ name: "Otto Other" });
  const theirs = await openBrowserOf(other.person);
  await theirs.goto(`/boards/${board.id}`);
  await expect(theirs.getByText("No such board").or(theirs.getByText("Nothing here"))).toBeVisible();
  await theirs.goto("/boards");
  await expect(theirs.getByText("No boards yet")).toBeVisible();
});

async function signInWith(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** Everything a page can keep, as one text. Runs in the browser. */
async function readEverythingStored(): Promise<string> {
  const parts = [
    JSON.stringify(Object.entries(localStorage)),
    JSON.stringify(Object.entries(sessionStorage)),
    document.cookie,
  ];
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name ?? "");
      request.addEventListener("success", () => resolve(request.result));
      request.addEventListener("error", () => reject(new Error("unreadable")));
    });
    for (const store of db.objectStoreNames) {
      const rows = await new Promise<unknown>((resolve) => {
        const request = db.transaction(store).objectStore(store).getAll();
        request.addEventListener("success", () => resolve(request.result));
      });
      parts.push(JSON.stringify(rows));
    }
    db.close();
  }
  for (const name of await caches.keys()) {
    const kept = await (await caches.open(name)).keys();
    parts.push(kept.map(({ url }) => url).join("\n"));
  }
  return parts.join("\n");
}
