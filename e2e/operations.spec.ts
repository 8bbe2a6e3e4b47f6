import { address, apiAddress, ports } from "./application/addresses.ts";
import { expectAccessible } from "./fixtures/axe.ts";
import { deliverNonsense, openDatabases, query, signInOperator } from "./fixtures/operator.ts";
import { expect, test } from "./fixtures/test.ts";

/** How an id is shown. */
const short = (id: string) => `${id.slice(0, 8)}…${id.slice(-4)}`;

test("an administrator sees what was set aside, puts one back and leaves another, each with a reason", async ({
  page,
}, testInfo) => {
  // The longest journey there is: it waits for the worker's word more than once.
  test.setTimeout(90_000);
  const urls = await openDatabases(testInfo);
  await signInOperator(page.context(), urls);
  const mended = await deliverNonsense(urls.workerToApiUrl, "hints.proposed");
  const left = await deliverNonsense(urls.apiToWorkerUrl, "task.moved");

  await page.goto("/boards");
  await page.getByRole("button", { name: /^Account of Olga/ }).click();
  await page.getByRole("menuitem", { name: "Operations" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Operations" })).toBeVisible();
  await expect(page.getByText(/^Worker heard/)).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "run-agents" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Agents" })).toBeVisible();

  const rowOf = (id: string) => page.getByRole("row").filter({ hasText: short(id) });
  await expect(rowOf(mended)).toContainText("Event to the API");
  // Told by the worker itself, within the few seconds between two looks.
  await expect(rowOf(left)).toContainText("Event to the worker", { timeout: 20_000 });
  // What an error says is text, whatever it looks like.
  await expect(page.locator("main b")).toHaveCount(0);
  await expectAccessible(page);

  // Whatever made it unreadable has been mended.
  await query(
    urls.apiDatabaseUrl,
    "UPDATE event_inbox SET envelope = jsonb_set(envelope, '{type}', '\"of.tomorrow\"') WHERE id = $1",
    [mended],
  );
  await rowOf(mended).getByRole("button", { name: "Redrive hints.proposed" }).click();
  const dialog = page.getByRole("dialog", { name: "Redrive this event?" });
  await expect(dialog.getByLabel("Reason")).toBeFocused();
  await page.keyboard.type("ok");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("at least three letters")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Reason").fill(`The worker was mended, see ${mended}`);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(rowOf(mended)).toBeHidden();
  await expect(page.getByRole("heading", { name: "Set aside" })).toBeFocused();
  await expect(page.getByText(`“The worker was mended, see ${mended}”`)).toBeVisible();

  await rowOf(left).getByRole("button", { name: "Discard task.moved" }).click();
  await page.getByRole("dialog").getByLabel("Reason").fill(`Sent by a test <i>as ${left}</i>`);
  await page.getByRole("dialog").getByRole("button", { name: "Discard" }).click();
  await expect(rowOf(left)).toBeHidden({ timeout: 20_000 });
  const decision = page.getByRole("listitem").filter({ hasText: `<i>as ${left}</i>` });
  await expect(decision).toContainText("Olga Operator discarded event");

  // The list shows it as left from the press on; the worker hears of it by an event.
  const discardedAt = async () => {
    const [kept] = await query(urls.workerDatabaseUrl, "SELECT discarded_at FROM event_inbox WHERE id = $1", [left]);
    return kept?.["discarded_at"];
  };
  await expect.poll(discardedAt).toEqual(expect.any(Date));
  const [handled] = await query(urls.apiDatabaseUrl, "SELECT handled_at, redrives FROM event_inbox WHERE id = $1", [
    mended,
  ]);
  expect(handled).toMatchObject({ redrives: 1, handled_at: expect.any(Date) });
});

test("on a phone the table is a list, and nothing is wider than the screen", async ({ page }, testInfo) => {
  const urls = await openDatabases(testInfo);
  await page.setViewportSize({ width: 360, height: 740 });
  await signInOperator(page.context(), urls);
  const id = await deliverNonsense(urls.workerToApiUrl, "snapshot.requested");
  await page.goto("/operations");
  const row = page.getByRole("row").filter({ hasText: short(id) });
  await expect(row).toContainText("snapshot.requested");
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(360);
  await expectAccessible(page);
  await row.getByRole("button", { name: "Show all" }).click();
  await expect(row.getByRole("button", { name: "Show less" })).toBeVisible();
  await row.getByRole("button", { name: "Discard snapshot.requested" }).click();
  await page.getByRole("dialog").getByLabel("Reason").fill("Sent by a test");
  await page.getByRole("dialog").getByRole("button", { name: "Discard" }).click();
  await expect(row).toBeHidden();
});

test("for anybody else there is no such page, no link to it and no answer", async ({ signedInPage: page, client }) => {
  await page.goto("/operations");
  await expect(page.getByRole("heading", { name: "Nothing here" })).toBeVisible();
  await page.getByRole("button", { name: /^Account of/ }).click();
  await expect(page.getByRole("menuitem", { name: "Keyboard shortcuts" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: "Operations" })).toBeHidden();
  const { status } = await client.call("query", "operations.status", undefined);
  expect(status).toBe(404);
});

test("monitors are answered on the processes' own ports, and never through the web server", async ({ request }) => {
  for (const url of [`${apiAddress}/metrics`, `http://127.0.0.1:${ports.worker}/metrics`]) {
    const answer = await request.get(url);
    expect(answer.status(), url).toBe(200);
    const text = await answer.text();
    for (const name of ["kanban_outbox_waiting", "kanban_relay_published_total", "kanban_sample_up 1"])
      expect(text, url).toContain(name);
  }
  for (const path of ["/metrics", "/api/metrics", "/api/..%2fmetrics", "/api/%2e%2e/metrics", "/healthz", "/readyz"]) {
    const answer = await request.get(`${address}${path}`);
    expect(answer.status(), path).toBe(404);
    expect(await answer.text(), path).not.toContain("kanban_outbox");
  }
});
