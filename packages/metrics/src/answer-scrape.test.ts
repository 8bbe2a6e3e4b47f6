import { expect, test } from "vitest";
import { answerScrape } from "./answer-scrape.ts";
import { createRegistry } from "./create-registry.ts";

const token = "a-token-for-monitors";

test("with a token, only who brings it is answered", async () => {
  const { registry, countUnhandled } = createRegistry();
  countUnhandled("rejection");
  for (const authorization of [undefined, "", "Bearer ", `Bearer ${token}x`, `bearer ${token}`, token]) {
    const refused = await answerScrape(registry, { token, authorization });
    expect(refused).toMatchObject({ status: 401, body: "" });
  }
  const { status, headers, body } = await answerScrape(registry, { token, authorization: `Bearer ${token}` });
  expect(status).toBe(200);
  expect(headers["content-type"]).toContain("text/plain");
  expect(body).toContain('kanban_unhandled_total{kind="rejection"} 1');
  expect(body).toContain('kanban_unhandled_total{kind="exception"} 0');
  expect(body).toContain("process_resident_memory_bytes");
});

test("without a token, whoever reaches the port is answered", async () => {
  const { registry } = createRegistry();
  expect(await answerScrape(registry, { token: undefined, authorization: undefined })).toMatchObject({ status: 200 });
});
