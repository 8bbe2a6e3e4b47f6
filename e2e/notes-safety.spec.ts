import { expect, test } from "./fixtures/test.ts";
import { TaskPanel } from "./pages/task-panel.ts";

/** Ways that Markdown has been made to run code or to load from elsewhere. None may do anything but be text or a dead link. */
const attacks = [
  `<script>window.__pwned = "script"</script>`,
  `<img src=x onerror="window.__pwned='img'">`,
  `<svg onload="window.__pwned='svg'"></svg>`,
  `<iframe srcdoc="<script>parent.__pwned='iframe'</script>"></iframe>`,
  `<a href="javascript:window.__pwned='a'">raw anchor</a>`,
  `[plain](javascript:window.__pwned='link')`,
  `[case](JaVaScRiPt:window.__pwned='case')`,
  `[entity](&#x6A;avascript:window.__pwned='entity')`,
  `[tab](java&#9;script:window.__pwned='tab')`,
  `[data](data:text/html,<script>parent.__pwned='data'</script>)`,
  `[vb](vbscript:window.__pwned='vb')`,
  `[ref][r]\n\n[r]: javascript:window.__pwned='ref'`,
  `![image](x" onerror="window.__pwned='alt)`,
  `![remote](https://tracker.example/pixel.gif)`,
  `<https://example.test/"onmouseover="window.__pwned='auto'>`,
  `<details open ontoggle="window.__pwned='toggle'">x</details>`,
  `<style>body{display:none}</style>`,
  `<form action="https://evil.example"><input type="submit"></form>`,
  "`<script>window.__pwned='code'</script>`",
  `| a |\n|---|\n| <img src=x onerror="window.__pwned='cell'"> |`,
];

test("nothing written in notes runs, loads or leaves", async ({ boardPage, board, client }) => {
  const { page } = boardPage;
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (!["localhost", "127.0.0.1"].includes(new URL(request.url()).hostname) && !request.url().startsWith("data:"))
      foreign.push(request.url());
  });
  const [taskId] = await board.addTasks("inbox", `<img src=x onerror="window.__pwned='title'">`);
  await client.mutate("task.update", { boardId: board.id, taskId, notes: attacks.join("\n\n") });
  await page.goto(`/boards/${board.id}/tasks/1`);
  const panel = new TaskPanel(page);
  await expect(panel.root.getByText("plain", { exact: true })).toBeVisible();
  await expect(panel.root.getByText("ref", { exact: true })).toBeVisible();

  const found = await panel.root.evaluate((root) => ({
    active: [...root.querySelectorAll("script, iframe, object, embed, style, form[action], base, meta, link")].map(
      (element) => element.outerHTML,
    ),
    handlers: [...root.querySelectorAll("*")].filter((element) =>
      element.getAttributeNames().some((name) => name.startsWith("on")),
    ).length,
    schemes: [...root.querySelectorAll("[href], [src]")].map(
      (element) => element.getAttribute("href") ?? element.getAttribute("src") ?? "",
    ),
  }));
  expect(found.active).toEqual([]);
  expect(found.handlers).toBe(0);
  expect(found.schemes.filter((target) => /^\s*(javascript|data|vbscript):/i.test(target))).toEqual([]);
  for (const name of ["plain", "case", "entity", "tab", "data", "vb", "ref"]) {
    await panel.root.getByText(name, { exact: true }).first().click({ trial: false });
    await expect(page).toHaveURL(/\/tasks\/1-/);
  }
  expect(await page.evaluate(() => (window as unknown as { __pwned?: string }).__pwned ?? "nothing")).toBe("nothing");
  expect(foreign).toEqual([]);
});
