import { expect, type Locator, type Page } from "@playwright/test";

/** A task opened over its board. */
export class TaskPanel {
  readonly page: Page;
  readonly root: Locator;
  readonly hints: Locator;
  readonly checklist: Locator;
  readonly notes: Locator;
  readonly composer: Locator;
  readonly comments: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.getByRole("dialog", { name: /^Task: / });
    this.hints = this.root.getByRole("region", { name: /^\d+ hints?\b/ });
    this.checklist = this.root.getByRole("region", { name: /^Checklist/ });
    this.notes = this.root.getByRole("region", { name: "Notes" });
    // A field that offers people is a combobox meanwhile.
    this.composer = this.root.getByLabel("Write a comment");
    this.comments = this.root.getByRole("article", { name: /^Comment by / });
  }

  field(name: string): Locator {
    return this.root.getByRole("button", { name: new RegExp(`^${name}`) });
  }

  async close(): Promise<void> {
    await this.root.getByRole("button", { name: "Close" }).click();
    await expect(this.root).toBeHidden();
  }
}
