import { expect, type Locator, type Page } from "@playwright/test";

/** The palette, in the words a person sees and hears. */
export class Palette {
  readonly page: Page;
  readonly root: Locator;
  readonly field: Locator;
  readonly options: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.getByRole("dialog", { name: "Search and run commands" });
    this.field = this.root.getByRole("combobox");
    this.options = this.root.getByRole("option");
  }

  async open(): Promise<void> {
    await this.page.keyboard.press("ControlOrMeta+k");
    await expect(this.field).toBeFocused();
  }

  /** Types, sees that Enter would take `title`, and takes it. */
  async run(query: string, title: string): Promise<void> {
    await this.page.keyboard.type(query);
    await this.expectActive(title);
    await this.page.keyboard.press("Enter");
  }

  async expectActive(title: string): Promise<void> {
    await expect(this.root.getByRole("option", { selected: true })).toContainText(title);
  }
}
