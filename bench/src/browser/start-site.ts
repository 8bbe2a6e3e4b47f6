import { existsSync } from "node:fs";
import { findFreePort } from "@kanban/local-postgres/free-port";
import { fillBoard } from "@kanban/testing/fill-board";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { openBenchDatabase } from "../bench-database.ts";
import { createBoard, type HttpClient, signUp } from "../http-client.ts";
import { startService } from "../service.ts";
import { serviceEnvs } from "../service-env.ts";

export type Site = {
  url: string;
  client: HttpClient;
  browser: Browser;
  /** A board with that many tasks; answers its id. */
  newBoard(tasks: number): Promise<string>;
  /** A browser that has never been here, signed in; 1360 x 900. */
  newContext(): Promise<BrowserContext>;
  stop(): Promise<void>;
};

const webServer = "apps/web/.next/standalone/apps/web/server.js";

/** The built product on a database of its own, and a real browser. */
export async function startSite(): Promise<Site> {
  const bench = await openBenchDatabase(4);
  const webPort = await findFreePort(0);
  const url = `http://localhost:${webPort}`;
  const api = await startService(["apps/api/src/main.ts"], serviceEnvs(bench.urls, url).api, "/healthz");
  const web = await startService([webServer], { API_ORIGIN: api.url, NODE_ENV: "production" }, "/sign-in", webPort);
  const executablePath = [process.env["KANBAN_CHROMIUM"], "/usr/bin/chromium"].find((file) => file && existsSync(file));
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ["--disable-gpu", "--disable-background-networking", "--no-first-run", "--enable-precise-memory-info"],
  });
  const client = await signUp(api.url, url);
  return {
    url,
    client,
    browser,
    async newBoard(tasks) {
      const { boardId, columns } = await createBoard(client);
      await fillBoard(bench.raw, boardId, columns, tasks);
      return boardId;
    },
    async newContext() {
      const context = await browser.newContext({ baseURL: url, viewport: { width: 1360, height: 900 } });
      const cookies = client.cookie.split("; ").map((pair) => {
        const cut = pair.indexOf("=");
        return { name: pair.slice(0, cut), value: pair.slice(cut + 1), domain: "localhost", path: "/", httpOnly: true };
      });
      await context.addCookies(cookies);
      return context;
    },
    async stop() {
      await browser.close();
      await web.stop();
      await api.stop();
      await bench.stop();
    },
  };
}

/** Slows the page's processor down. */
export async function throttle(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
}

/** Opens a board and waits until it can be used: cards, dragging, live. */
export async function openBoard(page: Page, boardId: string): Promise<void> {
  await page.goto(`/boards/${boardId}`);
  await page.locator("[data-task-id][draggable=true]").first().waitFor();
  await page.getByText("Live", { exact: true }).first().waitFor();
}
