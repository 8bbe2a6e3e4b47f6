import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { ports } from "./application/addresses.ts";
import { expectAccessible } from "./fixtures/axe.ts";
import { expect, test } from "./fixtures/test.ts";
import { TaskPanel } from "./pages/task-panel.ts";

test("an open task says that its page is being read, until the hint is there", async ({ boardPage, board }) => {
  const held = Promise.withResolvers<void>();
  const site = createServer((request, response) => {
    response.setHeader("content-type", "text/html");
    if (request.url === "/robots.txt") return void response.writeHead(404).end();
    void held.promise.then(() => response.end("<title>Slate roofs</title><p>They last."));
  }).listen(ports.pages, "127.0.0.1");
  await once(site, "listening");
  try {
    const { page } = boardPage;
    const { port } = site.address() as AddressInfo;
    const title = `http://127.0.0.1:${port}/roofs`;
    await board.addTasks("inbox", title);
    await boardPage.card(title).getByRole("link").click();
    const task = new TaskPanel(page);
    await expect(task.root.getByRole("status").getByText("Reading the page …")).toBeVisible({ timeout: 15_000 });
    await expectAccessible(page);
    held.resolve();
    await expect(task.hints.getByText(/Slate roofs/)).toBeVisible({ timeout: 15_000 });
    await expect(task.root.getByText("Reading the page …")).toBeHidden();
  } finally {
    held.resolve();
    site.closeAllConnections();
    site.close();
  }
});
