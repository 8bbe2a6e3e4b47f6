import { createHmac } from "node:crypto";
import { startImapServer } from "@kanban/testing/imap-server";
import { ports } from "./application/addresses.ts";
import { expectAccessible } from "./fixtures/axe.ts";
import { expect, test } from "./fixtures/test.ts";

const letter = (from: string, subject: string, body = "Slate lasts.") =>
  [`From: ${from}`, "To: ada@example.com", `Subject: ${subject}`, `Message-ID: <${Math.random()}@x>`, "", body].join(
    "\r\n",
  );

test("a mailbox is followed by the keyboard, strangers wait, and a service posts", async ({ signedInPage, board }) => {
  const page = signedInPage;
  const imap = await startImapServer({ port: ports.imap });
  try {
    await page.goto("/settings/mail");
    await expect(page.getByRole("heading", { name: "No mail comes in yet" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Follow a mailbox" }).press("Enter");
    const form = page.getByRole("form", { name: "Follow a mailbox" });
    await expect(form.getByLabel("Name")).toBeFocused();
    await form.getByRole("button", { name: "Follow" }).press("Enter");
    await expect(form.getByText("A name tells it apart later.")).toBeVisible();
    await form.getByLabel("Name").fill("Private");
    await form.getByLabel("Server").fill("127.0.0.1");
    await form.getByLabel("Encryption").selectOption("none");
    await expect(form.getByLabel("Port")).toHaveValue("143");
    await form.getByLabel("Port").fill(String(ports.imap));
    await form.getByLabel("User").fill(imap.user);
    await form.getByLabel("Password").fill("wrong");
    await form.getByLabel("Senders whose mail").fill("@example.org");
    await form.getByLabel("Once captured").selectOption("move");
    await form.getByLabel("Folder it is moved to").fill("Captured");
    await expectAccessible(page);
    await form.getByLabel("Name").press("Enter");

    const list = page.getByRole("list", { name: "Mailboxes" });
    await expect(list.getByText("The server refuses this user or password.")).toBeVisible();
    await expectAccessible(page);
    await list.getByRole("button", { name: "Edit Private" }).click();
    const change = page.getByRole("form", { name: "Change Private" });
    await change.getByLabel("Password").fill(imap.password);
    await change.getByRole("button", { name: "Save" }).click();
    await expect(list.getByText("Connected", { exact: true })).toBeVisible();

    imap.deliver(letter("Bob <bob@example.org>", "Re: Order slate"));
    imap.deliver(letter("Eve <eve@example.net>", "<img src=x onerror=alert(1)>"));
    await expect.poll(async () => (await board.snapshot()).tasks.map(({ title }) => title)).toEqual(["Order slate"]);
    await expect.poll(() => imap.folder("Captured").messages.length).toBe(1);
    const waiting = page.getByRole("list", { name: "Mail that waits" });
    await expect(waiting.getByText("Eve · eve@example.net")).toBeVisible();
    await expect(waiting.getByText("<img src=x onerror=alert(1)>")).toBeVisible();
    await expectAccessible(page);
    await waiting.getByRole("button", { name: "Capture, and always from eve@example.net" }).click();
    await expect(page.getByText("Nothing waits.")).toBeVisible();
    await expect.poll(async () => (await board.snapshot()).tasks).toHaveLength(2);
    await expect.poll(() => imap.folder("Captured").messages.length).toBe(2);

    await page.getByRole("button", { name: "Receive posts" }).click();
    await page.getByRole("form", { name: "Receive posts" }).getByLabel("Name").fill("Service");
    await page.getByRole("button", { name: "Make the address" }).click();
    const made = page.getByRole("group", { name: "Copy the secret now" });
    const secret = await made.getByLabel("Secret").inputValue();
    const address = await made.getByLabel("Address to post to").inputValue();
    await expectAccessible(page);
    const seconds = String(Math.floor(Date.now() / 1_000));
    const body = letter("Mallory <mallory@example.com>", "Posted");
    const signature = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
    const answer = await fetch(address, {
      method: "POST",
      headers: { "x-kanban-timestamp": seconds, "x-kanban-signature": `sha256=${signature}` },
      body,
    });
    expect(answer.status).toBe(202);
    await made.getByRole("button", { name: "Done" }).click();
    await expect(waiting.getByText("Posted", { exact: true })).toBeVisible();
    await waiting.getByRole("button", { name: "Discard Posted" }).press("Enter");
    await expect(page.getByText("Nothing waits.")).toBeVisible();

    await list.getByRole("button", { name: "Remove Private" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
    await expect(list.getByText("Private", { exact: true })).toBeHidden();
    await expect.poll(() => imap.connections()).toBe(0);
  } finally {
    await imap.stop();
  }
});

test("an address whose board is gone says so, and can be changed and sent elsewhere", async ({
  signedInPage: page,
  client,
  board,
}) => {
  await page.goto("/settings/mail");
  await page.getByRole("button", { name: "Receive posts" }).click();
  const made = page.getByRole("form", { name: "Receive posts" });
  await made.getByLabel("Name").fill("Service");
  await made.getByLabel("Other mail goes to").selectOption(board.id);
  await page.getByRole("button", { name: "Make the address" }).click();
  await page.getByRole("button", { name: "Done" }).click();
  await client.mutate("board.remove", { boardId: board.id });
  await page.reload();
  const list = page.getByRole("list", { name: "Mailboxes" });
  await list.getByRole("button", { name: "Edit Service" }).click();
  const change = page.getByRole("form", { name: "Change Service" });
  const target = change.getByLabel("Other mail goes to");
  await expect(target.locator("option:checked")).toHaveText("A board that is gone");
  await change.getByLabel("Name").fill("Old service");
  await change.getByRole("button", { name: "Save" }).click();
  await list.getByRole("button", { name: "Edit Old service" }).click();
  const again = page.getByRole("form", { name: "Change Old service" });
  await again.getByLabel("Other mail goes to").selectOption({ label: "Where captures go" });
  await again.getByRole("button", { name: "Save" }).click();
  await list.getByRole("button", { name: "Edit Old service" }).click();
  await expect(again.getByLabel("Other mail goes to").locator("option:checked")).toHaveText("Where captures go");
});

test("when the server does not answer the settings of mail say so, and show it once it does", async ({
  signedInPage: page,
  guard,
}) => {
  guard.allow(/Failed to load resource|Failed to fetch/);
  const silent = "**/api/trpc/*mailbox.list*";
  await page.route(silent, (route) => route.abort());
  await page.goto("/settings/mail");
  await expect(page.getByRole("heading", { name: "The mailboxes could not be loaded" })).toBeVisible();
  await expectAccessible(page);
  await page.unroute(silent);
  // Looked again by itself, or by the button.
  await expect(page.getByRole("heading", { name: "No mail comes in yet" })).toBeVisible();
});
