import { expectAccessible } from "./fixtures/axe.ts";
import { expect, test } from "./fixtures/test.ts";
import { BoardPage } from "./pages/board-page.ts";
import { CaptureDialog } from "./pages/capture-dialog.ts";

test("with a thumb: the header opens it, everything is wide enough and nothing sticks out", async ({
  signedInPage: page,
  board,
}) => {
  const widthOf = () => page.evaluate(() => document.documentElement.scrollWidth);
  await page.goto("/today");
  await new BoardPage(page).untilFetched();
  await page.getByRole("banner").getByRole("button", { name: "Quick capture" }).tap();
  const capture = new CaptureDialog(page);
  await expect(capture.field).toBeFocused();
  await capture.field.fill("Post the letter\nCall the vet");
  // Chromium offers speech; where none is offered, a hint stands in its place.
  await expect(
    capture.root.getByRole("button", { name: "Dictate" }).or(capture.root.getByText(/does not listen/)),
  ).toBeVisible();
  const submit = capture.root.getByRole("button", { name: "Capture", exact: true });
  for (const button of [submit, capture.root.getByRole("button", { name: "Add files" })])
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  expect(await widthOf()).toBeLessThanOrEqual(360);
  await expectAccessible(page);
  await submit.tap();
  await expect.poll(() => board.titlesIn("inbox")).toEqual(["Post the letter"]);

  await page.goto("/capture?title=On%20roofs&url=https%3A%2F%2Fexample.com%2Froofs");
  await expect(page.getByRole("textbox", { name: "What is on your mind?" })).toHaveValue(/^On roofs/);
  expect(await widthOf()).toBeLessThanOrEqual(360);
  await expectAccessible(page);
  await page.goto("/settings/capture");
  await expect(page.getByRole("link", { name: "Capture to Kanban" })).toBeVisible();
  expect(await widthOf()).toBeLessThanOrEqual(360);
  await expectAccessible(page);
});
