import { randomUUID } from "node:crypto";
import type { TestBoard } from "./fixtures/api-client.ts";
import { expectAccessible } from "./fixtures/axe.ts";
import { expect, test } from "./fixtures/test.ts";

async function furnish(board: TestBoard): Promise<{ money: string }> {
  const { client, id: boardId } = board;
  const money = randomUUID();
  await client.mutate("tag.create", { boardId, tagId: money, name: "Účty", color: "orange" });
  const [tax, filters] = await board.addTasks("next", "Call the tax office", "Buy filters", "Read the summary");
  await board.addTasks("inbox", "Idea: a shelf");
  await client.mutate("task.update", { boardId, taskId: tax, tagIds: [money], dueAt: "2020-01-01", priority: "high" });
  await client.mutate("task.update", { boardId, taskId: filters, tagIds: [money] });
  return { money };
}

test("by keyboard: f, a few letters, Enter; counts, chip, address, and Shift+F takes it back", async ({
  boardPage,
  board,
}) => {
  const { page } = boardPage;
  await furnish(board);
  await expect(boardPage.tasksIn("Next")).toHaveCount(3);
  await page.locator("body").press("f");
  const find = page.getByRole("combobox", { name: "Filter by…" });
  await expect(find).toBeFocused();
  await find.fill("ucty");
  await expect(page.getByRole("option")).toHaveText(["Účty"]);
  await expectAccessible(page);
  await find.press("Enter");
  await expect(page.getByRole("option", { name: "Účty" })).toHaveAttribute("aria-selected", "true");
  await find.fill("overdue");
  await find.press("Enter");
  await page.keyboard.press("Escape");
  await boardPage.expectTitles("Next", ["Call the tax office"]);
  await expect(boardPage.column("Next").getByText("1 of 3")).toBeVisible();
  await expect(page.getByText("1 of 4 tasks")).toBeVisible();
  await expect(boardPage.column("Inbox").getByText("Nothing here matches the filter.")).toBeVisible();
  expect(new URL(page.url()).searchParams.get("due")).toBe("overdue");
  await expectAccessible(page);

  await page.reload();
  await boardPage.expectTitles("Next", ["Call the tax office"]);
  await page.getByRole("button", { name: "Remove filter Due" }).click();
  await boardPage.expectTitles("Next", ["Call the tax office", "Buy filters"]);
  await page.locator("body").press("Shift+F");
  await expect(boardPage.tasksIn("Next")).toHaveCount(3);
  expect(new URL(page.url()).search).toBe("");

  // Typed key by key: a year of fewer than four digits is no day yet, and takes nothing away.
  await page.getByRole("button", { name: "Filter by due" }).click();
  await page.getByLabel("From", { exact: true }).fill("2020-01-01");
  await expect(page.getByRole("combobox", { name: "Due…" })).toBeFocused();
  await page.getByLabel("To", { exact: true }).focus();
  await page.keyboard.type("12122027");
  await expect(page.getByLabel("To", { exact: true })).toHaveValue("2027-12-12");
  await expect(page.getByLabel("From", { exact: true })).toHaveValue("2020-01-01");
  expect(new URL(page.url()).searchParams.get("due")).toBe("2020-01-01..2027-12-12");
});

test("words are typed without losing the field; Back out of a task keeps the filter", async ({ boardPage, board }) => {
  const { page } = boardPage;
  await furnish(board);
  await page.locator("body").press("/");
  await page.keyboard.type("buy filters ");
  await expect(page.getByRole("searchbox", { name: "Filter tasks" })).toHaveValue("buy filters ");
  await boardPage.expectTitles("Next", ["Buy filters"]);
  await boardPage.card("Buy filters").getByRole("link").click();
  await expect(page.getByRole("dialog", { name: /^Task: / })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("dialog")).toBeHidden();
  await boardPage.expectTitles("Next", ["Buy filters"]);
});

test("a task created under a filter that hides it is told of and shown on demand", async ({ boardPage, board }) => {
  const { page } = boardPage;
  await furnish(board);
  await page.getByRole("button", { name: "Filter by tag" }).click();
  await page.getByRole("option", { name: "Účty" }).click();
  await page.keyboard.press("Escape");
  await expect(boardPage.tasksIn("Next")).toHaveCount(2);
  await boardPage.add("Next", "Sort clothes");
  await expect(page.getByText("“Sort clothes” is hidden by the filter")).toBeVisible();
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(boardPage.card("Sort clothes")).toBeVisible();
  await expect(boardPage.tasksIn("Next")).toHaveCount(4);
});

test("a drop lands beside the visible neighbour", async ({ boardPage, board }) => {
  await furnish(board);
  await board.addTasks("inbox", "filters for the lamp");
  await boardPage.page.locator("body").press("/");
  await boardPage.page.keyboard.type("filters");
  await boardPage.expectTitles("Inbox", ["filters for the lamp"]);
  await boardPage.card("filters for the lamp").focus();
  await boardPage.page.keyboard.press("Shift+ArrowRight");
  await boardPage.expectTitles("Next", ["filters for the lamp", "Buy filters"]);
  await expect
    .poll(() => board.titlesIn("next"))
    .toEqual(["Call the tax office", "filters for the lamp", "Buy filters", "Read the summary"]);
});

test("what an address asks and nobody knows is left out, and said", async ({ signedInPage: page, board }) => {
  await furnish(board);
  await page.goto(`/boards/${board.id}?due=someday&tag=${randomUUID()}&q=tax`);
  await expect(page.getByText("2 parts of this filter are left out.")).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(1);
});
