import { limits } from "@kanban/domain/limits";
import { expect, test } from "vitest";
import { htmlMarkdown } from "./html-markdown.ts";
import { readMail } from "./read-mail.ts";
import { readMailAside } from "./read-mail-aside.ts";
import { unreadMail } from "./unread-mail.ts";

const bytesOf = (lines: readonly string[]) => Buffer.from(lines.join("\r\n"));

const letter = bytesOf([
  "Return-Path: <bob@example.com>",
  "Delivered-To: Ada+Home@Example.com",
  "From: =?utf-8?Q?Bj=C3=B6rn?= <Bob@example.com>",
  "To: Ada <ada@example.com>, Crew: Eve <eve@example.com>;",
  "Subject: =?utf-8?B?UmU6IFLDtm9m?=",
  "Message-ID: <b@example.com>",
  "In-Reply-To: <a@example.com>",
  "References: <r@example.com> <a@example.com>",
  "Date: Sun, 29 Nov 2026 09:00:00 +0100",
  "MIME-Version: 1.0",
  'Content-Type: multipart/mixed; boundary="x"',
  "",
  "--x",
  'Content-Type: multipart/alternative; boundary="y"',
  "",
  "--y",
  "Content-Type: text/plain; charset=utf-8",
  "",
  "Slate lasts.",
  "--y",
  "Content-Type: text/html; charset=utf-8",
  "",
  '<html><head><title>T</title><style>p{}</style></head><body><div style="display: none">preview</div>',
  '<h1>Roof</h1><p>Slate <b>lasts</b>, see <a href="https://example.com/a (b)">this</a>!<img src="https://t.example.com/1.gif" alt="a pixel"></p>',
  "<ul><li>one</li><li>two</li></ul><script>alert(1)</script></body></html>",
  "--y--",
  "--x",
  "Content-Type: text/html; name=evil.html",
  'Content-Disposition: attachment; filename="../evil.html"',
  "Content-Transfer-Encoding: base64",
  "",
  Buffer.from("<script>alert(1)</script>").toString("base64"),
  "--x",
  "Content-Type: application/octet-stream",
  "Content-Disposition: attachment",
  "Content-Transfer-Encoding: base64",
  "",
  Buffer.from("%PDF-1.4").toString("base64"),
  "--x--",
]);

test("a mail is read with its words, its people, its thread and its files", async () => {
  const mail = await readMail(letter);
  expect(mail).toMatchObject({
    nature: "personal",
    subject: "Re: Röof",
    from: { name: "Björn", address: "Bob@example.com" },
    to: ["ada+home@example.com", "ada@example.com", "eve@example.com"],
    messageId: "b@example.com",
    answers: ["a@example.com", "r@example.com"],
  });
  expect(mail.text).toBe(
    "# Roof\n\nSlate **lasts**, see [this](https://example.com/a%20%28b%29)!a pixel\n\n-   one\n-   two",
  );
  expect(mail.files.map(({ name, type }) => [name, type])).toEqual([
    ["../evil.html", "text/plain"],
    ["file-2", "application/pdf"],
  ]);
});

test.each([
  ['<a href="javascript:alert(1)">x</a>', "x"],
  ['<a href=" data:text/html,x">x</a>', "x"],
  ['<a href="https://e.com"></a>', ""],
  ['Wow!<a href="https://e.com/i.png">x</a>', "Wow[x](https://e.com/i.png)"],
  ['<img src="https://e.com/i.png">', ""],
  ['<img alt="](https://e.com) ![x](y)">', "\\]\\(https://e.com\\) \\!\\[x\\]\\(y\\)"],
  ["![x](https://e.com/i.png)", "!\\[x\\](https://e.com/i.png)"],
  ["<blockquote>old</blockquote>", "> old"],
  ["<table><tr><td>a</td><td> </td><td>b</td></tr><tr><td>c</td></tr></table>", "a · b\n\nc"],
  ["<table><tr style='display: none'><td>a</td></tr><tr><td hidden>b</td><td>c</td></tr></table>", "c"],
  ['d <a href="https://e.com" style="display:none">a</a>', "d"],
  ["<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>", "a\n\nb\n\nc"],
  ["<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>", "a · b"],
  [
    "<table><thead><tr><th>Item</th><th>Price</th></tr></thead><tbody><tr><td>A|B<br>c</td><td><b>9 €</b></td></tr></tbody></table>x",
    "| Item | Price |\n| --- | --- |\n| A\\|B c | **9 €** |\n\nx",
  ],
  ["<table><tr><th>Item</th><th>Price</th></tr><tr><td colspan=2>All</td></tr></table>", "Item · Price\n\nAll"],
])("the HTML %j reads %j", (html, markdown) => {
  expect(htmlMarkdown(html)).toBe(markdown);
});

test("nothing of a mail's head holds what no database does, wherever it is cut", async () => {
  const half = (before: number) => `${"x".repeat(before)}\u{1f600}`;
  const mail = await readMail(
    bytesOf([
      `From: "${half(limits.name - 1)}" <${half(253)}@example.com>`,
      `Delivered-To: ${half(319)}@example.com`,
      "Message-ID: <=?utf-8?Q?a=00b?=@example.com>",
      "In-Reply-To: <c\0d@example.com>",
      "References: <\0> <e\0@example.com>",
      `Subject: ${half(4 * limits.title - 1)}`,
      "",
      "x",
    ]),
  );
  expect(mail).toMatchObject({ messageId: "ab@example.com", answers: ["cd@example.com", "e@example.com"] });
  const { from, to, subject } = mail;
  for (const [text, length] of [
    [from.name, limits.name],
    [from.address, 254],
    [to[0]!, 320],
    [subject, 4 * limits.title],
  ] as const) {
    expect(text).toHaveLength(length);
    expect(text.isWellFormed()).toBe(true);
  }
});

test("plain text stays as it is, but for pictures", async () => {
  const mail = await readMail(bytesOf(["From: a@b.c", "", "> quoted", "", "![x](https://t.example.com/1.gif) *yes*"]));
  expect(mail.text).toBe("> quoted\n\n[x](https://t.example.com/1.gif) *yes*");
});

test("nothing in a mail takes long or ends the process", async () => {
  const html = "Content-Type: text/html\r\n\r\n";
  const odd = [
    "",
    `From: ${"a,".repeat(15_000)}\r\n\r\nx`,
    `To: ${"(".repeat(30_000)}\r\n\r\nx`,
    `Subject: ${"=?utf-8?Q?".repeat(3_000)}\r\n\r\nx`,
    `${html}${"<div>".repeat(6_000)}x`,
    `${html}${"<b><i>".repeat(5_000)}x`,
    `${html}${"<".repeat(30_000)}`,
    `${html}${"*_[".repeat(10_000)}`,
    `${html}${"<p>x</p>".repeat(3_900)}`,
    `${html}<table><tr><th>a</th><th>b</th></tr>${"<tr><td>x</td><td>y</td></tr>".repeat(1_000)}`,
    `${html}${"<table><tr><td>".repeat(500)}x`,
  ];
  for (const text of [...odd, `${html}${"<div>".repeat(100_000)}x`]) {
    const begin = performance.now();
    expect(await readMailAside(Buffer.from(text))).not.toBeNull();
    expect({ text: text.slice(0, 40), seconds: Math.floor((performance.now() - begin) / 2_000) }).toEqual({
      text: text.slice(0, 40),
      seconds: 0,
    });
  }
});

test("a large mail is read in a thread of its own", async () => {
  const large = Buffer.concat([letter, Buffer.alloc(200_000, "x")]);
  expect((await readMailAside(large))?.subject).toBe("Re: Röof");
});

test("what cannot be read keeps what its head says, and all of its bytes", async () => {
  const nested = Array.from(
    { length: 200 },
    (_, n) => `--${n}\r\nContent-Type: multipart/mixed; boundary="${n + 1}"\r\n`,
  );
  const bytes = bytesOf([
    "Subject: Deep",
    "From: bob@example.com",
    'Content-Type: multipart/mixed; boundary="0"',
    "",
    ...nested,
  ]);
  expect(await readMailAside(bytes)).toBeNull();
  const mail = await unreadMail(bytes, { isBroken: true, bytes });
  expect(mail).toMatchObject({ subject: "Deep", from: { address: "bob@example.com" } });
  expect(mail.files).toEqual([{ name: "message.eml", type: "application/octet-stream", content: bytes }]);
  const noMail = bytesOf(["hello, no head at all", "and a second line"]);
  expect(await readMailAside(noMail)).toBeNull();
  expect((await unreadMail(noMail, { isBroken: true, bytes: noMail })).files).toMatchObject([{ content: noMail }]);
  const large = await unreadMail(bytes, { isBroken: false, megabytes: 48 });
  expect([large.files, large.text]).toEqual([[], expect.stringContaining("48 MB")]);
});
