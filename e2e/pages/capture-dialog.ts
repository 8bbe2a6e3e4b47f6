import { expect, type Locator, type Page } from "@playwright/test";

/** The capture dialog, in the words a person sees and hears. */
export class CaptureDialog {
  readonly page: Page;
  readonly root: Locator;
  readonly field: Locator;
  /** What this browser has captured and the server does not have. */
  readonly waiting: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.getByRole("dialog", { name: "Capture" });
    this.field = this.root.getByRole("textbox", { name: "What is on your mind?" });
    this.waiting = this.root.getByRole("region", { name: "Not captured yet" }).getByRole("listitem");
  }

  /** By its key. */
  async open(): Promise<void> {
    await this.page.locator("body").press("c");
    await expect(this.field).toBeFocused();
  }

  async capture(...thoughts: string[]): Promise<void> {
    for (const thought of thoughts) {
      await this.field.fill(thought);
      await this.field.press("Enter");
      await expect(this.field).toHaveValue("");
    }
  }

  async paste(text: string): Promise<void> {
    await this.field.evaluate((field, words) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", words);
      field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  }
}
