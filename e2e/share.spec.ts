import type { Page } from "@playwright/test";
import { drawPicture } from "@kanban/demo/draw-picture";
import type { TaskDetail } from "@kanban/domain/entities";
import { expectAccessible } from "./fixtures/axe.ts";
import { expect, signIn, test } from "./fixtures/test.ts";

test.use({ serviceWorkers: "allow" });
test.beforeEach(({ guard }) =>
  guard.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to load resource|Failed to fetch|NetworkError/),
);

type Manifest = {
  shortcuts: { name: string; url: string }[];
  share_target: { action: string; method: string; enctype: string; params: { files: { name: string }[] } };
};

const manifestOf = async (page: Page): Promise<Manifest> => {
  const href = await page.locator("link[rel=manifest]").getAttribute("href");
  return (await (await page.request.get(href ?? "")).json()) as Manifest;
};

/** The service worker has the page, and keeps the form for capturing. */
async function untilInstalled(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(
        async () =>
          navigator.serviceWorker.controller !== null && Boolean(await caches.match(`${location.origin}/capture`)),
      ),
    )
    .toBe(true);
}

/** What the system does with something shared: a form, posted to the address the manifest names. */
async function share(page: Page, fields: Record<string, string>, picture: Buffer | null = null): Promise<void> {
  const { share_target: target } = await manifestOf(page);
  expect([target.method, target.enctype]).toEqual(["post", "multipart/form-data"]);
  const files = target.params.files[0]!.name;
  const base64 = picture?.toString("base64") ?? null;
  await page.evaluate(
    (given) => {
      const form = document.createElement("form");
      Object.assign(form, { action: given.action, method: "post", enctype: "multipart/form-data" });
      const add = (name: string, type: string) => {
        const input = Object.assign(document.createElement("input"), { name, type });
        form.append(input);
        return input;
      };
      for (const [name, value] of Object.entries(given.fields)) add(name, "text").value = value;
      if (given.base64 !== null) {
        const transfer = new DataTransfer();
        const bytes = Uint8Array.from(atob(given.base64), (sign) => sign.charCodeAt(0));
        transfer.items.add(new File([bytes], "roof.png", { type: "image/png" }));
        add(given.files, "file").files = transfer.files;
      }
      document.body.append(form);
      form.submit();
    },
    { action: target.action, fields, files, base64 },
  );
}

test("what is shared before signing in and without a network is kept, shown, and captured only by its person", async ({
  page,
  client,
  board,
}) => {
  const context = page.context();
  await page.goto("/sign-in");
  // The worker comes with the first signed-in page; whoever has installed the app has seen one.
  await signIn(context, client.person);
  await page.goto("/boards");
  await untilInstalled(page);
  const manifest = await manifestOf(page);
  expect(manifest.shortcuts.map(({ name }) => name)).toEqual(["Capture", "Today", "Clarify"]);

  await context.setOffline(true);
  await share(page, { title: "A photo", text: "The roof leaks" }, drawPicture(200, 100));
  const field = page.getByRole("textbox", { name: "What is on your mind?" });
  await expect(field).toHaveValue("A photo\n\nThe roof leaks");
  await expect(page.getByRole("list", { name: "Files of this thought" })).toContainText("roof.png");
  await expect(page.getByText("Nothing is captured until you press Enter.")).toBeVisible();
  await field.press("Enter");
  await expect(
    page.getByText("It is on this device and is sent when the server answers.", { exact: false }),
  ).toBeVisible();
  // What is written down after it is a thought of its own.
  await page.getByRole("button", { name: "Capture another" }).click();
  await expect(field).toHaveValue("");
  await field.fill("Call the roofer");
  await field.press("Enter");
  await expect(page.getByRole("heading", { name: "Kept on this device" })).toBeVisible();
  expect(await board.titlesIn("inbox")).toEqual([]);
  await context.setOffline(false);
  await expect.poll(() => board.titlesIn("inbox"), { timeout: 20_000 }).toEqual(["Call the roofer", "A photo"]);
  await expect(page).toHaveURL(/\/capture$/);
  const task = (await board.snapshot()).tasks.find(({ title }) => title === "A photo");
  await expect
    .poll(async () => {
      const { detail } = await client.query<{ detail: TaskDetail }>("task.get", {
        boardId: board.id,
        taskId: task!.id,
      });
      return detail.attachments.map(({ name }) => name);
    })
    .toEqual(["roof.png"]);
  expect(task?.source).toBe("share");

  // Signed out: it waits on the device until somebody signs in.
  await page.goto("/sign-in");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await context.clearCookies();
  await share(page, { url: "https://example.com/roofs" });
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.getByLabel("Email").fill(client.person.email);
  await page.getByLabel("Password").fill(client.person.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(field).toHaveValue("https://example.com/roofs");
  await expectAccessible(page);

  // Left alone, it is spoken of again; thrown away, it is gone.
  await page.goto("/boards");
  await page.getByRole("button", { name: "Show it" }).click();
  await expect(field).toHaveValue("https://example.com/roofs");
  await page.getByRole("button", { name: "Throw away what was shared" }).click();
  await expect(page).toHaveURL(/\/capture$/);
  await expect(field).toHaveValue("");
  expect(await board.titlesIn("inbox")).toEqual(["Call the roofer", "A photo"]);
});
