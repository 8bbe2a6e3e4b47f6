import { randomUUID } from "node:crypto";
import { spareFirstPort } from "./application/addresses.ts";
import { startSpareApplication, type SpareApplication } from "./application/spare-application.ts";
import { ApiClient, type TestBoard } from "./fixtures/api-client.ts";
import { expect, signIn, test as base } from "./fixtures/test.ts";
import { BoardPage } from "./pages/board-page.ts";

const test = base.extend<{ spareBoard: TestBoard; sparePage: BoardPage }, { spare: SpareApplication }>({
  spare: [
    async ({}, use) => {
      const spare = await startSpareApplication(spareFirstPort);
      await use(spare);
      await spare.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  spareBoard: async ({ spare }, use) => {
    const client = await ApiClient.signUp({ place: spare });
    await use(await client.createBoard("Home"));
  },
  sparePage: async ({ spare, spareBoard, page }, use) => {
    await signIn(page.context(), spareBoard.client.person);
    await page.goto(`${spare.address}/boards/${spareBoard.id}`);
    const board = new BoardPage(page);
    await expect(board.connection).toHaveText("Live");
    await use(board);
  },
});

// One application, killed again and again: each test begins with everything running.
test.describe.configure({ mode: "serial", timeout: 120_000 });
test.beforeEach(({ guard }) => guard.allow(/Failed to load resource|ERR_|Failed to fetch|NetworkError|50[0-9]/));

test("with the worker killed the board works on, and the hint comes when the worker is back", async ({
  spare,
  spareBoard,
  sparePage,
}) => {
  await spare.kill("worker");
  await sparePage.add("Inbox", "call the dentist \\tomorrow 3pm", "and something else");
  await expect.poll(() => spareBoard.titlesIn("inbox")).toHaveLength(2);
  await sparePage.drag(sparePage.card("and something else"), sparePage.column("Doing"));
  await expect.poll(() => spareBoard.titlesIn("doing")).toEqual(["and something else"]);
  await expect(sparePage.connection).toHaveText("Live");
  expect((await spareBoard.snapshot()).tasks.every(({ hintCount }) => hintCount === 0)).toBe(true);
  await spare.start("worker");
  await expect(sparePage.card("call the dentist tomorrow 3pm").getByText("1 hint")).toBeAttached({ timeout: 30_000 });
});

test("an api killed under load loses no acknowledged change and repeats none", async ({
  spare,
  spareBoard,
  sparePage,
}) => {
  const columnId = await spareBoard.columnId("inbox");
  const waiting = Array.from({ length: 120 }, (_, index) => ({
    boardId: spareBoard.id,
    columnId,
    taskId: randomUUID(),
    mutationId: randomUUID(),
    title: `thought ${String(index).padStart(3, "0")}`,
  }));
  const all = [...waiting];
  const acknowledged: string[] = [];
  const unsure: typeof all = [];
  const killed = expect
    .poll(() => acknowledged.length, { intervals: [1] })
    .toBeGreaterThan(30)
    .then(() => spare.kill("api"));
  const send = async () => {
    for (let input = waiting.shift(); input; input = waiting.shift()) {
      try {
        await spareBoard.client.mutate("task.create", input);
        acknowledged.push(input.title);
      } catch {
        unsure.push(input);
      }
    }
  };
  await Promise.all([killed, send(), send(), send(), send()]);
  expect(unsure.length).toBeGreaterThan(0);

  await sparePage.add("Next", "typed while the server was dead");
  await spare.start("api");
  const survived = (await spareBoard.snapshot()).tasks.map(({ title }) => title);
  expect(acknowledged.filter((title) => !survived.includes(title))).toEqual([]);

  // Whoever got no answer asks again with the same key: done once, whatever happened the first time.
  for (const input of unsure) await spareBoard.client.mutate("task.create", input);
  await expect.poll(() => spareBoard.titlesIn("inbox"), { timeout: 20_000 }).toHaveLength(all.length);
  expect(new Set(await spareBoard.titlesIn("inbox"))).toEqual(new Set(all.map(({ title }) => title)));
  await expect
    .poll(() => spareBoard.titlesIn("next"), { timeout: 30_000 })
    .toEqual(["typed while the server was dead"]);
  await expect(sparePage.connection).toHaveText("Live", { timeout: 30_000 });
  await expect(sparePage.column("Inbox")).toHaveAccessibleName(`Inbox, ${all.length} tasks`);
});

test("a crashed PostgreSQL comes back with every acknowledged change, and hints go on", async ({
  spare,
  spareBoard,
  sparePage,
}) => {
  await sparePage.add("Inbox", "kept before the crash");
  await expect.poll(() => spareBoard.titlesIn("inbox")).toEqual(["kept before the crash"]);
  await spare.crashPostgres();
  await expect
    .poll(() => spareBoard.titlesIn("inbox").catch(() => "not yet"), { timeout: 30_000 })
    .toEqual(["kept before the crash"]);
  await sparePage.add("Inbox", "pay the rent \\on friday");
  await expect(sparePage.card("pay the rent on friday").getByText("1 hint")).toBeAttached({ timeout: 30_000 });
  await expect(sparePage.connection).toHaveText("Live");
});
