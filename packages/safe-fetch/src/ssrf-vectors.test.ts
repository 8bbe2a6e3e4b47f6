// The vectors of the threat model, cases 33 to 45, against real sockets. Each is named; nothing may reach the secret server.
import { afterEach, describe, expect, test } from "vitest";
import { parseAllowList } from "./allow-list.ts";
import { judgeAddress } from "./judge-address.ts";
import type { RefusalReason } from "./refusal.ts";
import type { FetchParts } from "./safe-fetch.ts";
import { type Names, publicAddresses, startWebRig, type WebRig } from "./testing/web-rig.ts";

let rig: WebRig | undefined;
afterEach(async () => {
  await rig?.stop();
  rig = undefined;
});
const start = async (options: Parameters<typeof startWebRig>[0] = {}) => (rig = await startWebRig(options));

type Vector = { name: string; url: string; reason: RefusalReason; names?: Names };
const to = (url: string, reason: RefusalReason = "private-address", name = url): Vector => ({ name, url, reason });
const resolving = (name: string, address: string | string[] | string[][]): Vector => ({
  name,
  url: "http://evil.example/",
  reason: "private-address",
  names: { "evil.example": address },
});

const vectors: Record<string, Vector[]> = {
  "33 loopback": [
    ...["127.0.0.1", "127.1", "127.0.1", "0", "0.0.0.0", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1"].map(
      (host) => to(`http://${host}/`),
    ),
    ...["017700000001", "127.0.0.1.", "127.255.255.254", "0x7f.0.0.0x1", "[::1]", "[::]", "[0:0:0:0:0:0:0:1]"].map(
      (host) => to(`http://${host}/`),
    ),
    ...["localhost", "localhost.", "LOCALHOST", "app.localhost", "localhost.."].map((host) =>
      to(`http://${host}/`, "local-name"),
    ),
    to("http://localhost%2e/", "local-name"),
    to("https://127.0.0.1/"),
    resolving("a name of 127.0.0.1", "127.0.0.1"),
    resolving("a name of ::1", "::1"),
    resolving("a name of 0.0.0.0", "0.0.0.0"),
    resolving("a name of ::", "::"),
  ],
  "34 private and reserved": [
    ...["10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.0.1", "192.168.255.255", "100.64.0.1"],
    ...["100.127.255.255", "169.254.0.1", "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.19.255.255", "198.51.100.1"],
    ...["203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "0.1.2.3", "192.88.99.1"],
    ...["192.31.196.1", "192.52.193.1", "192.175.48.1", "0xa.0.0.1", "3232235521", "012.0.0.1"],
  ].map((host) => to(`http://${host}/`)),
  "35 metadata services": [
    to("http://169.254.169.254/latest/meta-data/"),
    to("http://2852039166/latest/meta-data/"),
    to("http://0xa9fea9fe/"),
    to("http://0251.0376.0251.0376/"),
    to("http://[fd00:ec2::254]/"),
    to("http://100.100.100.200/"),
    to("http://[::ffff:169.254.169.254]/"),
    to("http://[64:ff9b::169.254.169.254]/"),
    to("http://metadata.google.internal/", "local-name"),
    to("http://metadata/", "local-name"),
    resolving("a name of 169.254.169.254", "169.254.169.254"),
  ],
  "36 spellings and tunnels of IPv6": [
    ...["::ffff:7f00:1", "0:0:0:0:0:ffff:7f00:1", "::ffff:127.0.0.1", "::ffff:a00:1", "::127.0.0.1", "::7f00:1"],
    ...["::ffff:0:7f00:1", "2002:7f00:1::", "2002:a00:1::1", "2002:c0a8:101::1", "64:ff9b::7f00:1", "64:ff9b::a00:1"],
    ...["64:ff9b:1::7f00:1", "64:ff9b:1:ffff::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001::1"],
    ...["2a00:1450:4001:0:0:5efe:7f00:1", "2a00:1450:4001:0:200:5efe:c0a8:101", "fe80::5efe:7f00:1"],
    ...["fc00::1", "fd12:3456:789a::1", "fe80::1", "febf::1", "fec0::1", "ff02::1", "ff0e::1", "100::1"],
    ...["2001:db8::1", "3fff::1", "2001:2::1", "2001:10::1", "2001:20::1", "5f00::1", "4000::1", "e000::1", "1::1"],
  ].map((address) => to(`http://[${address}]/`)),
  "39 names": [
    resolving("A public and AAAA private", [publicAddresses[0]!, "::1"]),
    resolving("AAAA private before A public", ["fd00::1", publicAddresses[0]!]),
    resolving("the last of many private", [...Array.from({ length: 20 }, () => publicAddresses[0]!), "10.0.0.1"]),
    resolving("a zone in an address", "fe80::1%eth0"),
    resolving("an address that is none", "127.0.0.1:80"),
    resolving("an address in octal", "0177.0.0.1"),
    resolving("a name for an address", "localhost"),
    resolving("rebinding between robots.txt and the page", [[publicAddresses[0]!], ["127.0.0.1"]]),
    { ...resolving("no address at all", []), reason: "dns" },
  ],
  "40 and 45 ports, our own among them": [
    22, 25, 110, 143, 445, 2375, 3000, 3001, 3002, 5432, 6379, 8080, 9200, 11211, 54320,
  ]
    .map((port) => to(`http://page.example:${port}/`, "port"))
    .concat(
      to("https://page.example:8443/", "port"),
      to("http://127.0.0.1:5432/", "port"),
      to("http://page.example:0/", "port"),
    ),
  "41 addresses that read otherwise": [
    to("http://good@127.0.0.1/", "credentials"),
    to("http://good.example@127.0.0.1/", "credentials"),
    to("http://user:secret@page.example/", "credentials"),
    to("http://page.example:80@127.0.0.1/", "credentials"),
    to("http://@127.0.0.1/", "private-address"),
    to("http:/\\127.0.0.1/"),
    to("http:\\\\127.0.0.1\\"),
    to("http:127.0.0.1/"),
    to("http:////127.0.0.1/"),
    to("http://127.0.\n0.1/"),
    to("\thttp://127.0.0.1/ "),
    to("http://127.0.0.1#@page.example/"),
    to("http://127.0.0.1?@page.example/"),
    to("http://127.0.0.1\\@page.example/"),
    to("http://127。0。0。1/"),
    to("http://①②⑦.⓪.⓪.①/"),
    to("http://１２７.0.0.1/"),
    to("http://%31%32%37.0.0.1/"),
    to("http://ⓛocalhost/", "local-name"),
    to("http://127.0.0.1%00.page.example/", "malformed"),
    to("http://[::1%25eth0]/", "malformed"),
    to("http://page.example:99999/", "malformed"),
    to("http://", "malformed"),
    to("page.example", "malformed"),
    to("", "malformed"),
    to(`http://page.example/${"a".repeat(3_000)}`, "malformed", "3,000 characters"),
    ...["file:///etc/passwd", "gopher://127.0.0.1:6379/_FLUSHALL", "ftp://page.example/", "data:text/html,hello"].map(
      (url) => to(url, "scheme"),
    ),
    ...[
      "javascript:alert(1)",
      "ws://page.example/",
      "jar:http://page.example/!/",
      "view-source:http://page.example/",
    ].map((url) => to(url, "scheme")),
  ],
};
const all = Object.values(vectors).flat();

for (const [title, list] of Object.entries(vectors))
  describe(`case ${title}`, () => {
    test.each(list)("$name is refused", async ({ url, reason, names = {} }) => {
      const { fetch, secretHits, dialled } = await start({ names });
      expect(await fetch(url)).toMatchObject({ kind: "refused", reason, isTemporary: false });
      expect(secretHits()).toBe(0);
      expect(dialled.filter((address) => !publicAddresses.includes(address))).toEqual([]);
    });
  });

describe("37 what is public stays allowed", () => {
  test.each([
    "http://[2002:5db8:d822::1]/",
    "http://[64:ff9b::5db8:d822]/",
    `http://[${publicAddresses[1]}]/`,
    "http://93.184.216.34/",
  ])("%s", async (url) => {
    const { fetch } = await start();
    expect(await fetch(url)).toMatchObject({ kind: "page" });
  });
});

const redirects: Vector[] = [
  ...[301, 302, 303, 307, 308].map((status) =>
    to(`http://page.example/${status}`, "private-address", `${status} to loopback`),
  ),
  ...["http://10.0.0.1/", "//127.0.0.1/", "http://[::ffff:7f00:1]/", "http://0x7f.1/", "https://169.254.169.254/"].map(
    (url) => to(`http://page.example/302?${url}`, "private-address", `to ${url}`),
  ),
  ...["file:///etc/passwd", "gopher://127.0.0.1/", "ftp://127.0.0.1/", "data:text/html,x", "javascript:1"].map((url) =>
    to(`http://page.example/302?${url}`, "scheme", `to ${url}`),
  ),
  to("http://page.example/302?http://localhost/", "local-name", "to localhost"),
  to("http://page.example/302?http://page.example:6379/", "port", "to another port"),
  to("http://page.example/302?http://a:b@page.example/", "credentials", "to an address with a login"),
  to("http://page.example/302?http://[bad/", "malformed", "to no address"),
  to("http://page.example/302?/again", "redirects", "without end"),
  {
    ...to("http://page.example/302?http://evil.example/", "private-address", "to a name of a private address"),
    names: { "evil.example": "192.168.1.1" },
  },
];

describe("38 redirects", () => {
  const site: NonNullable<Parameters<typeof startWebRig>[0]>["site"] = (request, response) => {
    const [path = "", target = "http://127.0.0.1/"] = (request.url ?? "").split(/\?(.*)/s);
    const status = Number(path.slice(1)) || 302;
    response.writeHead(status, { location: path === "/again" ? "/again" : target, "set-cookie": "a=b" }).end();
  };
  test.each(redirects)("$name are not followed", async ({ url, reason, names = {} }) => {
    const { fetch, secretHits } = await start({ names, site });
    expect(await fetch(url)).toMatchObject({ kind: "refused", reason });
    expect(secretHits()).toBe(0);
  });

  test("five are followed, and no more", async () => {
    const countdown: typeof site = (request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) return void response.writeHead(200, { "content-type": "text/plain" }).end("there");
      response.writeHead(302, { location: `/${left - 1}` }).end();
    };
    const { fetch } = await start({ site: countdown });
    expect(await fetch("http://page.example/5")).toMatchObject({ kind: "page", url: "http://page.example/0" });
    expect(await fetch("http://page.example/6")).toMatchObject({ reason: "redirects" });
  });

  test("a page that refreshes to another address is read and not left", async () => {
    const html = `<meta http-equiv="refresh" content="0;url=http://127.0.0.1/">`;
    const headers = { "content-type": "text/html", refresh: "0;url=http://127.0.0.1/", location: "http://127.0.0.1/" };
    const { fetch, secretHits } = await start({
      site: (_, response) => void response.writeHead(200, headers).end(html),
    });
    expect(await fetch("http://page.example/")).toMatchObject({ kind: "page" });
    expect(secretHits()).toBe(0);
  });

  test("robots.txt that redirects to loopback is not followed either", async () => {
    const robots: typeof site = (_, response) => void response.writeHead(302, { location: "http://127.0.0.1/" }).end();
    const { fetch, secretHits } = await start({ robots });
    expect(await fetch("http://page.example/")).toMatchObject({ kind: "page" });
    expect(secretHits()).toBe(0);
  });
});

describe("39 rebinding", () => {
  const rebinding: Names = { "evil.example": [[publicAddresses[0]!], [publicAddresses[0]!], ["127.0.0.1"]] };

  test("a name is looked up once for each connection, which is made to what was checked", async () => {
    const { fetch, secretHits, lookups, dialled } = await start({ names: rebinding });
    expect(await fetch("http://evil.example/")).toMatchObject({ kind: "page" });
    expect(lookups).toHaveLength(dialled.length);
    expect(await fetch("http://evil.example/")).toMatchObject({ reason: "private-address" });
    expect(secretHits()).toBe(0);
  });

  test("a name nobody knows is refused", async () => {
    const { fetchWith } = await start();
    const unknown = fetchWith({ resolve: () => Promise.reject(Object.assign(new Error("no"), { code: "ENOTFOUND" })) });
    expect(await unknown("http://gone.example/")).toMatchObject({ reason: "dns", isTemporary: false });
    const busy = fetchWith({ resolve: () => Promise.reject(Object.assign(new Error("no"), { code: "EAI_AGAIN" })) });
    expect(await busy("http://gone.example/")).toMatchObject({ reason: "dns", isTemporary: true });
  });
});

describe("44 what we tell", () => {
  test("no cookie, login or referrer leaves, not even after a redirect that sets some", async () => {
    const { fetch, requests } = await start({
      site: (request, response) => {
        const isFirst = request.url === "/first?token=1";
        response.writeHead(isFirst ? 302 : 200, {
          "content-type": "text/plain",
          "set-cookie": "id=1",
          location: "/second",
        });
        response.end();
      },
    });
    expect(await fetch("http://page.example/first?token=1#fragment")).toMatchObject({ kind: "page" });
    expect(requests.map(({ url }) => url)).toEqual(["/robots.txt", "/first?token=1", "/second"]);
    for (const { headers } of requests)
      expect(Object.keys(headers).toSorted()).toEqual([
        "accept",
        "accept-encoding",
        "connection",
        "host",
        "user-agent",
      ]);
  });
});

describe("the home network", () => {
  const home = parseAllowList("192.168.1.0/24, nas.home.arpa:5000, [fd00::5]:8080");

  test.each(["http://192.168.1.7/", "http://nas.home.arpa:5000/", "http://[fd00::5]:8080/"])(
    "%s is opened",
    async (url) => {
      const { fetch, secretHits } = await start({ allow: home, names: { "nas.home.arpa": "192.168.9.9" } });
      await fetch(url);
      expect(secretHits()).toBeGreaterThan(0);
    },
  );

  test.each([
    ["http://192.168.2.7/", "private-address"],
    ["http://192.168.1.7:5000/", "private-address"],
    ["http://192.168.1.7:8123/", "port"],
    ["http://nas.home.arpa/", "private-address"],
    ["http://page.example:5000/", "port"],
    ["http://[fd00::5]/", "private-address"],
    ["http://[fd00::6]:8080/", "private-address"],
    ["http://localhost/", "private-address"],
    ["http://[::ffff:192.168.2.7]/", "private-address"],
  ])("and nothing beside it: %s", async (url, reason) => {
    const names = { "nas.home.arpa": "192.168.9.9", localhost: "127.0.0.1" };
    const { fetch, secretHits } = await start({ allow: home, names });
    expect(await fetch(url)).toMatchObject({ kind: "refused", reason });
    expect(secretHits()).toBe(0);
  });

  test("a name on the list does not open what clouds keep at link-local addresses", async () => {
    const { fetch } = await start({ allow: home, names: { "nas.home.arpa": "169.254.169.254" } });
    expect(await fetch("http://nas.home.arpa:5000/")).toMatchObject({ reason: "private-address" });
  });
});

// A guard nobody has seen fail proves little: with a fault planted, the same vectors reach the secret server.
describe("planted faults are seen", () => {
  type Faults = Partial<FetchParts>;
  const reaches = async (faults: Faults | ((rig: WebRig) => Faults), vector: Vector) => {
    const made = await startWebRig({ names: vector.names ?? {} });
    try {
      await made.fetchWith(typeof faults === "function" ? faults(made) : faults)(vector.url);
      return made.secretHits() > 0;
    } finally {
      await made.stop();
    }
  };

  test("no check of addresses: every vector that leads to one gets there", async () => {
    // No addresses at all, and those that come after a public one, which the third fault is about.
    const unreadable = /zone|none|octal|a name for|public|of many/;
    const leading = all.filter(({ reason, name }) => reason === "private-address" && !unreadable.test(name));
    const missed: string[] = [];
    for (const vector of leading) if (!(await reaches({ judge: () => null }, vector))) missed.push(vector.name);
    expect(missed).toEqual([]);
    expect(leading.length).toBeGreaterThan(100);
  });

  test("a check of the text instead of the bytes", async () => {
    const byText = (address: string) =>
      /^(127\.|10\.|192\.168\.|169\.254\.|0\.|::1$|f[cde])/.test(address) ? "private" : null;
    for (const url of [
      "http://[::ffff:7f00:1]/",
      "http://[2002:7f00:1::]/",
      "http://[64:ff9b::7f00:1]/",
      "http://172.16.0.1/",
    ])
      expect(await reaches({ judge: byText }, to(url)), url).toBe(true);
  });

  test("a check of the first address only", async () => {
    const firstOnly = (made: WebRig) => ({
      judge: (address: string) => (publicAddresses.includes(address) ? judgeAddress(address) : null),
      openSocket: ((order) =>
        publicAddresses.includes(order.address)
          ? Promise.reject(new Error("refused"))
          : made.openSocket(order)) as WebRig["openSocket"],
    });
    expect(await reaches(firstOnly, resolving("mixed", [publicAddresses[0]!, "10.0.0.1"]))).toBe(true);
  });

  test("a check, and then another lookup for the connection", async () => {
    const names: Names = { "evil.example": [[publicAddresses[0]!], ["127.0.0.1"]] };
    const lookAgain = (made: WebRig) => ({
      resolve: async () => [publicAddresses[0]!],
      openSocket: (async (order) => {
        const answers = names["evil.example"] as string[][];
        const again = answers[Math.min(made.dialled.length, 1)]![0]!;
        return made.openSocket({ ...order, address: again });
      }) as WebRig["openSocket"],
    });
    expect(await reaches(lookAgain, { ...to("http://evil.example/"), names })).toBe(true);
  });

  test("a check of the first hop only", async () => {
    const made = await start({
      site: (_, response) => void response.writeHead(302, { location: "http://127.0.0.1/" }).end(),
    });
    let hops = 0;
    await made.fetchWith({ judge: (address) => (hops++ < 2 ? judgeAddress(address) : null) })("http://page.example/");
    expect(made.secretHits()).toBeGreaterThan(0);
  });
});

test("the vectors are counted", () => {
  expect(all.length + redirects.length).toBeGreaterThanOrEqual(180);
});
