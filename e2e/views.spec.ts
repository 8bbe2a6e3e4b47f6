import { randomUUID } from "node:crypto";
import { expectAccessible } from "./fixtures/axe.ts";
import { addMember } from "./fixtures/operator.ts";
import { ApiClient } from "./fixtures/api-client.ts";
import { expect, test } from "./fixtures/test.ts";

test("save a view, leave it, come back by key and palette, change it, keep the change", async ({
  boardPage,
  board,
}) => {
  const { page } = boardPage;
  const [tax] = await board.addTasks("next", "Call the tax office", "Buy filters");
  await board.client.mutate("task.update", { boardId: board.id, taskId: tax, priority: "high" });
  await page.goto(`/boards/${board.id}?priority=high`);
  await boardPage.expectTitles("Next", ["Call the tax office"]);
  await page.getByRole("button", { name: "Views" }).click();
  const panel = page.getByRole("dialog", { name: "Saved views" });
  await panel.getByRole("textbox", { name: "Name of the view" }).fill("Urgent");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "View: Urgent" })).toBeVisible();
  await expect(panel).toBeHidden();
  await expect.poll(async () => (await board.snapshot()).views.map(({ filter }) => filter)).toEqual(["priority=high"]);

  await page.getByRole("button", { name: "Clear filter" }).click();
  await expect(boardPage.tasksIn("Next")).toHaveCount(2);
  await expect(page.getByRole("button", { name: "Views" })).toBeVisible();
  await page.locator("body").press("v");
  await expect(panel.getByRole("button", { name: "Urgent" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.locator("body").press("ControlOrMeta+k");
  await page.keyboard.type("go to view urg");
  await page.keyboard.press("Enter");
  await boardPage.expectTitles("Next", ["Call the tax office"]);

  await page.reload();
  await page.getByRole("button", { name: "View: Urgent", exact: true }).waitFor();
  await page.getByRole("button", { name: "List", exact: true }).click();
  await page.getByRole("button", { name: "View: Urgent, changed" }).click();
  await panel.getByRole("button", { name: "Update view" }).click();
  await expect(page.getByRole("button", { name: "View: Urgent", exact: true })).toBeVisible();
  await expect.poll(async () => (await board.snapshot()).views[0]?.layout).toBe("list");
});

test("rename, order and delete with undo; a name is taken once", async ({ boardPage, board }) => {
  const { page } = boardPage;
  for (const name of ["One", "Two"]) {
    const look = { filter: "is=stale", layout: "board", grouping: null };
    await board.client.mutate("view.create", { boardId: board.id, viewId: randomUUID(), name, ...look });
  }
  await page.getByRole("button", { name: "Views" }).click();
  const panel = page.getByRole("dialog", { name: "Saved views" });
  await panel.getByRole("button", { name: "Edit the list" }).click();
  await panel.getByRole("button", { name: "One", exact: true }).click();
  await panel.getByRole("textbox", { name: "Name of the view" }).fill("Stale");
  await page.keyboard.press("Enter");
  await panel.getByRole("button", { name: "Move Two up" }).click();
  const names = async () => (await board.snapshot()).views.map(({ name }) => name);
  await expect.poll(names).toEqual(["Two", "Stale"]);
  await expectAccessible(page);
  await panel.getByRole("button", { name: "Delete Two" }).click();
  await expect(page.getByText("Deleted the view “Two”")).toBeVisible();
  await expect.poll(names).toEqual(["Stale"]);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect.poll(names).toEqual(["Two", "Stale"]);
  // The focus went to the message, and the list gave way.
  await expect(panel).toBeHidden();
  await page.getByRole("button", { name: "Views" }).click();
  await panel.getByRole("button", { name: "Edit the list" }).click();
  await panel.getByRole("button", { name: "Two", exact: true }).click();
  await panel.getByRole("textbox", { name: "Name of the view" }).fill("stale");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: /^Messages/ }).getByText("“stale” is taken already.")).toBeVisible();
  await expect(panel.getByRole("button", { name: "Two", exact: true })).toBeVisible();
});

test("another member sees a new view at once", async ({ boardPage, board, openBrowserOf }, info) => {
  const bob = await ApiClient.signUp({ name: "Bob" });
  await addMember(info, board.id, bob.person.email);
  const other = await openBrowserOf(bob.person);
  await other.goto(`/boards/${board.id}`);
  await other.getByRole("button", { name: "Views" }).click();
  await expect(other.getByText("No view is saved yet.")).toBeVisible();
  await boardPage.page.goto(`/boards/${board.id}?is=stale`);
  await boardPage.page.getByRole("button", { name: "Views" }).click();
  await boardPage.page.getByRole("textbox", { name: "Name of the view" }).fill("Asleep");
  await boardPage.page.keyboard.press("Enter");
  await expect(other.getByRole("button", { name: "Asleep" })).toBeVisible();
});
