import { startWebRig } from "@kanban/safe-fetch/testing/web-rig";
import { workerDbTest } from "@kanban/testing/database-tests";
import { expect } from "vitest";
import { pageReader } from "./look-up-page.ts";

const url = "http://example.org/a";
const page = (title: string) => `<title>${title}</title><p>Words.</p>`;

type Served = { status: number; headers: Record<string, string>; body: string };

workerDbTest(
  "a page is asked for once while it is fresh, then whether it has changed",
  async ({ workerDatabase, clock }) => {
    let served: Served = { status: 200, headers: { etag: '"1"', "cache-control": "max-age=7200" }, body: page("One") };
    const rig = await startWebRig({
      site: (request, response) => {
        const isSame = request.headers["if-none-match"] === served.headers["etag"];
        response.writeHead(isSame ? 304 : served.status, { "content-type": "text/html", ...served.headers });
        response.end(isSame ? undefined : served.body);
      },
    });
    const lookUp = pageReader({ pool: workerDatabase.pool, fetch: rig.fetch, now: clock.now });
    const pages = () => rig.requests.filter((request) => request.url === "/a").length;
    const title = async () => (await lookUp(url)).facts?.title;
    expect([await title(), await title(), pages()]).toEqual(["One", "One", 1]);
    clock.advance({ hours: 3 });
    expect([await title(), pages()]).toEqual(["One", 2]);
    clock.advance({ hours: 3 });
    served = { ...served, headers: { etag: '"2"' }, body: page("Two") };
    expect([await title(), pages()]).toEqual(["Two", 3]);
    // A bad day of the site takes nothing away.
    clock.advance({ days: 8 });
    served = { status: 503, headers: {}, body: "" };
    expect([await title(), pages()]).toEqual(["Two", 4]);
    await rig.stop();
  },
);

workerDbTest("what is refused is remembered, shortly where it may pass", async ({ workerDatabase, clock }) => {
  let status = 503;
  const rig = await startWebRig({
    site: (_request, response) => void response.writeHead(status).end(),
    names: { "intern.example.org": "192.168.1.1" },
  });
  const lookUp = pageReader({ pool: workerDatabase.pool, fetch: rig.fetch, now: clock.now });
  expect(await lookUp(url)).toEqual({ facts: null, reason: "status", isTemporary: true });
  clock.advance({ minutes: 1 });
  status = 404;
  expect(await lookUp(url)).toEqual({ facts: null, reason: "status", isTemporary: false });
  const asked = rig.requests.length;
  clock.advance({ hours: 1 });
  expect(await lookUp(url)).toEqual({ facts: null, reason: "status", isTemporary: false });
  expect(rig.requests.length).toBe(asked);
  expect(await lookUp("http://intern.example.org/")).toMatchObject({ reason: "private-address" });
  expect(rig.secretHits()).toBe(0);
  await rig.stop();
});
