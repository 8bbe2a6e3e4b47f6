import { expect, type Locator, type Page } from "@playwright/test";

/** The board screen, in the words a person sees and hears. */
export class BoardPage {
  readonly page: Page;
  readonly announcements: Locator;
  readonly connection: Locator;

  constructor(page: Page) {
    this.page = page;
    this.announcements = page.getByRole("status", { name: "Board announcements" });
    this.connection = page.getByRole("status").filter({ hasText: /^(Live|Ready|Saving|Reconnecting|Offline)/ });
  }

  async open(boardId: string): Promise<void> {
    await this.page.goto(`/boards/${boardId}`);
    await expect(this.column("Inbox")).toBeVisible();
  }

  /** Waits until the parts a screen does without at first are there, as they are for somebody who has looked around. */
  async untilFetched(): Promise<void> {
    await expect
      .poll(() => this.page.evaluate(() => performance.getEntriesByName("parts-fetched").length), { timeout: 20_000 })
      .not.toBe(0);
  }

  /** A column by its name; its accessible name goes on with its size. */
  column(name: string): Locator {
    return this.page.getByRole("region", { name: new RegExp(`^${name}, `) });
  }

  tasksIn(name: string): Locator {
    return this.column(name).getByRole("article");
  }

  card(title: string): Locator {
    return this.page.getByRole("article", { name: title, exact: true });
  }

  async expectTitles(column: string, titles: string[]): Promise<void> {
    await expect(this.tasksIn(column).getByRole("link")).toHaveText(titles);
  }

  /** Types into the column's quick add, which stays open for the next one. */
  async add(column: string, ...titles: string[]): Promise<void> {
    const field = this.page.getByRole("textbox", { name: `New task in ${column}` });
    if (!(await field.isVisible()))
      await this.column(column)
        .getByRole("button", { name: `Add a task to ${column}` })
        .click();
    // The whole field, not the plain one that stands there while its script is being loaded.
    await expect(this.column(column).getByRole("button", { name: "Due date", exact: true })).toBeVisible();
    for (const title of titles) {
      await field.fill(title);
      await field.press("Enter");
      await expect(field).toHaveValue("");
    }
  }

  /** Drags with the real mouse, in steps, as a hand does. */
  async drag(source: Locator, target: Locator): Promise<void> {
    const from = await boxOf(source);
    const to = await boxOf(target);
    const { mouse } = this.page;
    await mouse.move(from.x + from.width / 2, from.y + Math.min(12, from.height / 2));
    await mouse.down();
    await mouse.move(from.x + from.width / 2 + 8, from.y + 20, { steps: 4 });
    await mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 12 });
    await mouse.move(to.x + to.width / 2 + 2, to.y + to.height / 2 + 2, { steps: 2 });
    await mouse.up();
  }

  async openCardMenu(title: string): Promise<Locator> {
    await this.card(title).hover();
    await this.page.getByRole("button", { name: `Menu of task ${title}` }).click();
    return this.page.getByRole("menu", { name: `Menu of task ${title}` });
  }
}

async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error("Nothing there to drag");
  return box;
}
