import { expectAccessible } from "./fixtures/axe.ts";
import { ApiClient } from "./fixtures/api-client.ts";
import { openDatabases, query } from "./fixtures/operator.ts";
import { expect, test } from "./fixtures/test.ts";
import { BoardPage } from "./pages/board-page.ts";
import { TaskPanel } from "./pages/task-panel.ts";

test("a comment is written, reworded, deleted and brought back, and the card counts it", async ({
  boardPage,
  board,
}) => {
  const { page } = boardPage;
  await board.addTasks("inbox", "renew the passport");
  await boardPage.card("renew the passport").getByRole("link").click();
  const panel = new TaskPanel(page);
  await panel.composer.fill("The office needs **two** photos");
  await panel.composer.press("Control+Enter");
  await expect(panel.composer).toHaveValue("");
  await expect(panel.comments).toHaveCount(1);
  await expect(panel.comments.getByText("two", { exact: true })).toBeVisible();
  await expectAccessible(page);

  await panel.comments.hover();
  await panel.comments.getByRole("button", { name: "Edit comment" }).click();
  const field = panel.root.getByRole("textbox", { name: "Text of your comment" });
  await field.fill("The office needs three");
  await panel.root.getByRole("button", { name: "History" }).click();
  await expect(panel.comments).toHaveCount(0);
  await panel.root.getByRole("button", { name: "All", exact: true }).click();
  await expect(field).toHaveValue("The office needs three");
  await field.fill("The office needs three photos");
  await field.press("Control+Enter");
  await expect(panel.comments).toContainText("three photos");
  await expect(panel.comments).toContainText("edited");

  await panel.comments.hover();
  await panel.comments.getByRole("button", { name: "Delete comment" }).click();
  await expect(panel.comments).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(panel.comments).toContainText("three photos");

  await panel.root.getByRole("button", { name: "History" }).click();
  await expect(panel.comments).toHaveCount(0);
  await expect(panel.root.getByText(/^Captured/).first()).toBeVisible();
  await panel.close();
  await expect(boardPage.card("renew the passport")).toContainText("1 comment");
});

test("another's comment arrives while I write mine, which stays, also through a reload", async ({
  boardPage,
  board,
  openBrowserOf,
}, testInfo) => {
  const { page } = boardPage;
  const bob = await ApiClient.signUp({ name: "Bob Stone" });
  const { apiDatabaseUrl } = await openDatabases(testInfo);
  await query(
    apiDatabaseUrl,
    `INSERT INTO board_member (board_id, user_id, role) SELECT $1, id, 'editor' FROM "user" WHERE email = $2`,
    [board.id, bob.person.email],
  );
  await boardPage.open(board.id);
  await board.addTasks("inbox", "plan the trip");
  await boardPage.card("plan the trip").getByRole("link").click();
  const panel = new TaskPanel(page);
  await panel.composer.fill("I thought of");

  const second = new BoardPage(await openBrowserOf(bob.person));
  await second.open(board.id);
  await second.card("plan the trip").getByRole("link").click();
  const elsewhere = new TaskPanel(second.page);
  await elsewhere.composer.fill("By train?");
  await elsewhere.composer.press("Control+Enter");

  await expect(panel.comments).toContainText("By train?");
  // Only its author rewords it; the owner of the board may delete it.
  await expect(panel.comments.getByRole("button", { name: "Edit comment" })).toHaveCount(0);
  await expect(elsewhere.comments.getByRole("button", { name: "Edit comment" })).toHaveCount(1);
  await expect(panel.composer).toBeFocused();
  await expect(panel.composer).toHaveValue("I thought of");
  await page.reload();
  await expect(panel.composer).toHaveValue("I thought of");
});

test("a comment written without a network is sent when it is back", async ({ boardPage, board, client, guard }) => {
  guard.allow(/ERR_INTERNET_DISCONNECTED|Failed to load resource|Failed to fetch|NetworkError/);
  const { page } = boardPage;
  const [taskId] = await board.addTasks("inbox", "call home");
  await boardPage.card("call home").getByRole("link").click();
  const panel = new TaskPanel(page);
  await expect(panel.composer).toBeVisible();
  await page.context().setOffline(true);
  await panel.composer.fill("Said in a tunnel");
  await panel.composer.press("Control+Enter");
  await expect(panel.comments).toContainText("Said in a tunnel");
  await page.context().setOffline(false);
  await expect
    .poll(() => client.query("task.get", { boardId: board.id, taskId }), { timeout: 20_000 })
    .toMatchObject({ card: { commentCount: 1 }, detail: { comments: [{ body: "Said in a tunnel" }] } });
});

test("@ offers the people of the board, and whom it names is kept", async ({ boardPage, board, client }) => {
  const { page } = boardPage;
  const [taskId] = await board.addTasks("inbox", "ask around");
  await boardPage.card("ask around").getByRole("link").click();
  const panel = new TaskPanel(page);
  const [me] = (await board.snapshot()).members;
  await panel.composer.pressSequentially("Ask @");
  await expect(page.getByRole("listbox", { name: "People" }).getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(panel.composer).toHaveValue(`Ask @${me?.name} `);
  await page.keyboard.press("Control+Enter");
  await expect
    .poll(() => client.query("task.get", { boardId: board.id, taskId }))
    .toMatchObject({ detail: { comments: [{ mentionIds: [me?.userId] }] } });
});
