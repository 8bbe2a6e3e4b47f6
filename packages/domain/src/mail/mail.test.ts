import fc from "fast-check";
import { expect, test } from "vitest";
import type { BoardId } from "../ids.ts";
import { boardForMail, plusTag } from "./board-for-mail.ts";
import { captureOfMail } from "./capture-of-mail.ts";
import { cleanSubject } from "./clean-subject.ts";
import { answersOf, messageIdOf } from "./message-ids.ts";
import { natureOfMail } from "./nature-of-mail.ts";
import { plainMarkdown } from "./plain-markdown.ts";
import { isSenderAllowed } from "./senders.ts";
import { senderSchema } from "./senders-schema.ts";

test.each([
  ["Re: Roof", "Roof"],
  ["AW: WG: Fwd: Roof", "Roof"],
  ["RE[2]: Roof", "Roof"],
  ["Re : Toit", "Toit"],
  ["Re:\r\n Roof  of\tslate", "Roof of slate"],
  ["Regarding: the roof", "Regarding: the roof"],
  ["[list] Re: Roof", "[list] Re: Roof"],
  ["Re:", ""],
  ["  ", ""],
])("the subject %j is the title %j", (subject, title) => {
  expect(cleanSubject(subject)).toBe(title);
});

const from = "ada@example.com";
test.each([
  [{}, from, "personal"],
  [{ "auto-submitted": "no" }, from, "personal"],
  [{ "auto-submitted": "auto-replied (vacation)" }, from, "auto-reply"],
  [{ "auto-submitted": "auto-generated" }, from, "bulk"],
  [{ precedence: "bulk" }, from, "bulk"],
  [{ precedence: "auto-reply" }, from, "auto-reply"],
  [{ "list-id": "<roofs.example.com>" }, from, "bulk"],
  [{ "x-autoreply": "yes" }, from, "auto-reply"],
  [{ "return-path": "<>" }, from, "bounce"],
  [{ "return-path": "<>", "auto-submitted": "auto-replied" }, from, "auto-reply"],
  [{ "content-type": 'multipart/report; report-type="delivery-status"' }, from, "bounce"],
  [{ "content-type": "multipart/report; report-type=disposition-notification" }, from, "auto-reply"],
  [{}, "MAILER-DAEMON@mx.example.com", "bounce"],
  [{ "return-path": "<ada@example.com>", "content-type": "multipart/mixed" }, from, "personal"],
])("headers %j from %s are %s", (headers, sender, nature) => {
  const list = Object.entries(headers).map(([key, value]) => ({ key, value }));
  expect(natureOfMail(list, sender)).toBe(nature);
});

test.each([
  [["ada@example.com"], "Ada@Example.com", false, true],
  [["@example.com"], "bob@example.com", true, true],
  [["@example.com"], "bob@mail.example.com", false, false],
  [["@example.com"], "bob@example.com.evil.test", false, false],
  [["*"], "eve@example.net", false, true],
  [["*"], "news@example.net", true, false],
  [["*", "@example.net"], "news@example.net", true, true],
  [[], "ada@example.com", false, false],
])("%j lets in %s (bulk: %s): %s", (senders, address, isBulk, isAllowed) => {
  expect(isSenderAllowed(senders, address, { isBulk })).toBe(isAllowed);
});

test("senders are addresses, domains or everybody, and nothing else", () => {
  for (const good of ["ada@example.com", "@example.com", "*", " Ada@Example.com "])
    expect(senderSchema.safeParse(good).success).toBe(true);
  for (const bad of ["", "ada", "a b@example.com", "ada@", "<ada@example.com>", "**", "ada@example.com, bob@x.y"])
    expect(senderSchema.safeParse(bad).success).toBe(false);
});

test("a plus-address says the board before the folder does, and the folder before the mailbox", () => {
  const [home, work, all] = ["home", "work", "all"] as unknown as BoardId[];
  const boards = {
    boardId: all!,
    addresses: [{ tag: "home", boardId: home! }],
    folders: [{ path: "Work", boardId: work! }],
  };
  expect(boardForMail(boards, { to: ["x@y.z", "tasks+Home@example.com"], folder: "Work" })).toBe(home);
  expect(boardForMail(boards, { to: ["tasks+garden@example.com"], folder: "Work" })).toBe(work);
  expect(boardForMail(boards, { to: [], folder: "INBOX" })).toBe(all);
  expect(boardForMail({ ...boards, boardId: null }, { to: ["tasks@example.com"], folder: null })).toBeNull();
  expect([plusTag("a+b+c@d"), plusTag("a@d"), plusTag("a+@d"), plusTag("a@d+e")]).toEqual(["b+c", null, null, null]);
});

test("a mail answers what it says, and before that what it refers to", () => {
  expect(answersOf({ inReplyTo: "<c@x>", references: "<a@x> <b@x>\r\n <c@x>" })).toEqual(["c@x", "b@x", "a@x"]);
  expect(answersOf({ inReplyTo: null, references: "nonsense <" })).toEqual([]);
  expect([messageIdOf(" <a@x> "), messageIdOf("a@x"), messageIdOf(undefined)]).toEqual(["a@x", null, null]);
});

const files: { name: string; type: string; size: number; sha256: string }[] = [];
const ada = { name: "Ada [1](javascript:x) *L*", address: "ada@example.com" };

test("a mail's subject is the title, and its notes begin with who wrote it, whatever the name contains", () => {
  const { title, text } = captureOfMail({ subject: "Re: Roof", text: "Slate lasts.", from: ada, files });
  expect(title).toBe("Roof");
  expect(text).toBe("From: Ada \\[1\\]\\(javascript:x\\) \\*L\\* <ada@example.com>\n\nSlate lasts.");
});

test("without a subject the first words, the files or the sender name a mail", () => {
  const asked = { subject: "Re: ", text: "", from: ada, files };
  expect(captureOfMail({ ...asked, text: "\n> # Call Bob\nnow" }).title).toBe("Call Bob");
  expect(
    captureOfMail({ ...asked, files: [{ name: "bill.pdf", type: "application/pdf", size: 1, sha256: "" }] }).title,
  ).toBe("bill.pdf");
  expect(captureOfMail({ ...asked, from: { name: "", address: "ada@example.com" } }).title).toBe("ada@example.com");
  expect(captureOfMail({ ...asked, from: { name: "", address: "" } })).toEqual({ title: "Mail", text: "" });
});

test("no text brings a picture from elsewhere into the notes", () => {
  expect(plainMarkdown("Look ![x](https://track.example.com/1.gif)\r\n\r\n")).toBe(
    "Look [x](https://track.example.com/1.gif)",
  );
  const pieces = fc.constantFrom("!", "[", "]", "(", ")", "\\", "x", "\n", " ");
  fc.assert(fc.property(fc.string({ unit: pieces }), (text) => !/!\[/.test(plainMarkdown(text))));
});

test("reading a mail takes its time from its length alone", () => {
  const begin = performance.now();
  cleanSubject(`${"Re: ".repeat(20_000)}Roof`);
  cleanSubject("r ".repeat(50_000));
  answersOf({ inReplyTo: "<".repeat(100_000), references: "<a".repeat(100_000) });
  plainMarkdown(`${" ".repeat(50_000)}x${"\n".repeat(50_000)}${"!".repeat(50_000)}`);
  plusTag(`${"+".repeat(100_000)}`);
  expect(performance.now() - begin).toBeLessThan(1_000);
});
