import { expectAccessible } from "./fixtures/axe.ts";
import { expect, test } from "./fixtures/test.ts";

test("a task of any board is found from the keyboard and opens over its board", async ({
  boardPage,
  board,
  client,
}) => {
  const { page } = boardPage;
  await board.addTasks("next", "water the garden", "buy bread");
  const work = await client.createBoard("Work");
  const [taskId] = await work.addTasks("doing", "Gärtner-Plan for spring");
  await client.mutate("task.update", { boardId: work.id, taskId, notes: "Ask about the old pergola first" });
  await boardPage.expectTitles("Next", ["water the garden", "buy bread"]);

  await page.keyboard.press("g");
  await page.keyboard.press("s");
  const field = page.getByRole("combobox", { name: "Search all boards" });
  await expect(field).toBeFocused();
  await expectAccessible(page);
  await field.fill("gar");
  const hits = page.getByRole("option");
  await expect(hits).toHaveCount(2);
  // What this browser knows keeps its place when the server's answer comes.
  await expect(hits.first()).toContainText("water the garden");
  await expect(hits.nth(1)).toContainText("Gärtner-Plan for spring");
  await expect(hits.first().locator("mark")).toHaveText("gar");
  await expectAccessible(page);

  await field.fill("perglola");
  await expect(page.getByText("Nothing for “perglola”")).toBeVisible();
  await field.fill("pergola");
  await expect(hits).toHaveCount(1);
  await expect(hits.first()).toContainText("Notes: Ask about the old pergola first");
  await field.fill("gratner");
  await expect(hits.first()).toContainText("Gärtner-Plan for spring");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/boards/${work.id}/tasks/1-`));
  await expect(
    page
      .getByRole("dialog", { name: "Task: Gärtner-Plan for spring" })
      .or(page.getByLabel("Task: Gärtner-Plan for spring")),
  ).toBeVisible();

  await page.goto("/search");
  await page.getByRole("button", { name: "gratner" }).click();
  await expect(page.getByRole("option")).toHaveCount(1);
  await expect(page).toHaveURL(/\/search\?q=gratner/);
});

test("the screen keeps its address, pages on, and looks into archive and trash when asked", async ({
  signedInPage: page,
  board,
  client,
}) => {
  const [oldId] = await board.addTasks("next", "plan that was given up");
  await client.mutate("task.archive", { boardId: board.id, taskId: oldId });
  await client.mutate("task.create", {
    boardId: board.id,
    columnId: await board.columnId("next"),
    title: "plan for summer",
  });
  await page.goto("/search?q=plan");
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.getByRole("checkbox", { name: "Archive and trash too" }).check();
  await expect(page.getByRole("option")).toHaveCount(2);
  await expect(page.getByRole("option").last()).toContainText("Archived");
  await page.getByRole("option").first().click();
  await expect(page).toHaveURL(new RegExp(`/boards/${board.id}/tasks/2-`));
  await page.goBack();
  await expect(page).toHaveURL(/\/search\?q=plan&gone=1/);
  await expect(page.getByRole("option")).toHaveCount(2);
  await expectAccessible(page);
});

test("without a network boards opened here are searched, and the screen says so", async ({
  boardPage,
  board,
  guard,
}) => {
  guard.allow(/ERR_INTERNET_DISCONNECTED|Failed to load resource|Failed to fetch|NetworkError/);
  const { page } = boardPage;
  await board.addTasks("next", "water the garden");
  await boardPage.expectTitles("Next", ["water the garden"]);
  await expect(boardPage.connection).toHaveText("Live");
  // The overlay's code is fetched ahead, as soon as the browser has nothing else to do.
  await page.keyboard.press("g");
  await page.keyboard.press("s");
  await expect(page.getByRole("combobox", { name: "Search all boards" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.context().setOffline(true);
  await expect(boardPage.connection).toHaveText(/Offline/);
  await page.keyboard.press("g");
  await page.keyboard.press("s");
  await page.getByRole("combobox", { name: "Search all boards" }).fill("garden");
  await expect(page.getByRole("option")).toHaveCount(1);
  await expect(page.getByText("Offline: only titles of boards opened here are searched.")).toBeVisible();
  await page.context().setOffline(false);
});
