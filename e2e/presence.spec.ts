import { ApiClient } from "./fixtures/api-client.ts";
import { expectAccessible } from "./fixtures/axe.ts";
import { addMember } from "./fixtures/operator.ts";
import { expect, test } from "./fixtures/test.ts";
import { BoardPage } from "./pages/board-page.ts";

test("others on a board are seen, the task they have open, and what they have just changed", async ({
  signedInPage: page,
  board,
  openBrowserOf,
}, testInfo) => {
  const boardPage = new BoardPage(page);
  const kim = await ApiClient.signUp({ name: "Kim Kranz" });
  await addMember(testInfo, board.id, kim.person.email);
  await board.addTasks("next", "paint the fence");
  const kims = new BoardPage(await openBrowserOf(kim.person));
  await kims.open(board.id);
  await boardPage.open(board.id);
  const people = page.getByRole("list", { name: "Members" });
  await expect(people.getByRole("img", { name: "Kim Kranz is here" })).toBeVisible();

  await kims.card("paint the fence").getByRole("link").click();
  const card = boardPage.card("paint the fence");
  await expect(card.getByRole("img", { name: "Kim Kranz is here" })).toBeVisible();
  await expectAccessible(page);
  await kims.page.keyboard.press("Escape");
  await expect(card.getByRole("img", { name: "Kim Kranz is here" })).toHaveCount(0);

  await kims.card("paint the fence").focus();
  await kims.page.keyboard.press("Shift+ArrowRight");
  await boardPage.expectTitles("Doing", ["paint the fence"]);
  await expect(card.getByRole("img", { name: "Changed by Kim Kranz" })).toBeVisible();
  await expect(kims.card("paint the fence").getByRole("img", { name: /Changed by/ })).toHaveCount(0);

  await kims.page.keyboard.press("g");
  await kims.page.keyboard.press("b");
  await expect(people.getByRole("img", { name: "Kim Kranz is here" })).toHaveCount(0);
  await expect(people.getByRole("img", { name: "Kim Kranz", exact: true })).toBeVisible();
});
