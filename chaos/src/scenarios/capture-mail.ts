import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type ImapServer, startImapServer } from "@kanban/testing/imap-server";
import { waitFor } from "@kanban/testing/wait-for";
import { judge } from "../oracles/judge.ts";
import { type FailpointRig, openFailpointRig } from "../rig/open-failpoint-rig.ts";
import { newBoard, signUp } from "../rig/person.ts";
import { untilDone } from "../rig/until-done.ts";
import { untilQuiet } from "../rig/until-quiet.ts";
import type { Scenario } from "../scenario.ts";
import { type MailPlace, mailPlaces } from "./capture-mail/mail-places.ts";

/** Every place at least once in the large size; every one is struck with mail on its way. */
const sizes = { quick: { kills: 6, mails: 60 }, full: { kills: 50, mails: 1_000 } } as const;

/** A place nobody came by in this time is not on the way: its pattern is out of date. */
const hitWithinMs = 90_000;
const doneWithinMs = 120_000;
/** With a bug planted something may never be done. */
const buggyWithinMs = 10_000;

type Post = { imap: ImapServer; subjects: Set<string>; flaggedTooSoon: string[] };

/** Mail is captured once each and flagged only after that, whoever dies between the fetch and the flag. */
export const captureMail: Scenario = {
  id: "R8",
  promise: "each mail is one task, and is flagged only once it is, whoever dies between fetch and flag",
  run: async ({ size, random, nodeArgs, say, isWanted, hasPlantedBug }) => {
    const { kills, mails } = sizes[size];
    const imap = await startImapServer();
    const files = mkdtempSync(path.join(tmpdir(), "kanban-chaos-mail-"));
    const shared = { MAILBOX_KEY: "a key that only chaos knows, 32 and more", ATTACHMENTS_DIR: files };
    const env = { api: shared, worker: { ...shared, MAIL_ALLOW: `127.0.0.1:${imap.port}` } };
    const rig = await openFailpointRig({ name: "r8", nodeArgs, env });
    const post: Post = { imap, subjects: new Set(), flaggedTooSoon: [] };
    try {
      await setUp(rig, post);
      const wanted = mailPlaces.filter(({ name }) => isWanted(name));
      const first = Math.floor(random.next() * wanted.length);
      const cases = Array.from({ length: kills }, (_, n) => wanted[(first + n) % wanted.length]!);
      const wrong: string[] = [];
      for (const [n, place] of cases.entries()) {
        const begin = performance.now();
        // In the middle the server is restored: other UIDs, other UIDVALIDITY.
        if (n === Math.floor(kills / 2)) renumber(post);
        const failure = await strike(rig, post, place, Math.ceil(mails / kills)).catch((error: unknown) =>
          String(error),
        );
        if (typeof failure === "string") wrong.push(`${place.name}: ${failure}`);
        say(`${Math.round(performance.now() - begin)} ms ${place.name}`);
      }
      const unrest = await settle(rig, post, hasPlantedBug ? buggyWithinMs : doneWithinMs).catch((error: unknown) => [
        String(error),
      ]);
      const found = [...wrong, ...unrest, ...post.flaggedTooSoon, ...(await compare(rig, post)), ...(await judge(rig))];
      return { wrong: [...found, ...rig.surprises()], figures: { mails: post.subjects.size, kills: cases.length } };
    } finally {
      await rig.stop();
      await imap.stop();
      rmSync(files, { recursive: true, force: true });
    }
  },
};

async function setUp(rig: FailpointRig, { imap }: Post): Promise<void> {
  const { person } = await untilDone(async () => newBoard(await signUp(rig.apiUrl)));
  const { status, refusal } = await person.call("mutation", "mailbox.create", {
    ...{ name: "Mail", boardId: null, addresses: [], senders: ["*"] },
    connection: {
      ...{ host: "127.0.0.1", port: imap.port, tls: "none", userName: imap.user, password: imap.password },
      ...{ folders: [{ path: "INBOX", boardId: null }], afterCapture: "flag", moveTo: null, fromStart: true },
    },
  });
  if (status !== 200) throw new Error(`The mailbox was answered ${status}: ${refusal}`);
}

/** Delivers mails, one of five of them twice, and kills a process when it comes by a place; then it begins anew. */
async function strike(rig: FailpointRig, post: Post, place: MailPlace, count: number): Promise<void> {
  const victim = rig[place.victim];
  const struck = Promise.withResolvers<void>();
  let isStruck = false;
  const hit = async () => {
    isStruck = true;
    await victim.kill();
    struck.resolve();
  };
  post.imap.onCommand = async (name, moment, given) => {
    if (name === "UID STORE" && moment === "before") await noteFlags(rig, post, String(given[0]));
    if (isStruck || !("command" in place) || place.command !== name || place.moment !== moment) return;
    await hit();
    throw new Error("Whoever asked is gone");
  };
  if ("point" in place) {
    const { wire, ...point } = place.point;
    rig.wires[wire].arm({ ...point, effect: "cut", call: hit });
  }
  for (let n = 0; n < count; n++) deliver(post, { isTwice: n % 5 === 0 });
  const inTime = new AbortController();
  const late = delay(hitWithinMs, null, { signal: inTime.signal }).then(() => {
    throw new Error(`nobody came by in ${hitWithinMs / 1_000} s`);
  });
  late.catch(() => {});
  await Promise.race([struck.promise, late]).finally(() => {
    inTime.abort();
    for (const wire of Object.values(rig.wires)) if ("disarmAll" in wire) wire.disarmAll();
  });
  await victim.start();
  await victim.untilReady();
}

function deliver({ imap, subjects }: Post, { isTwice }: { isTwice: boolean }): void {
  const id = randomUUID();
  subjects.add(id);
  const headers = ["From: Bob <bob@example.com>", `Subject: ${id}`, `Message-ID: <${id}@example.com>`];
  const file = ["--x", "Content-Disposition: attachment; filename=a.txt", "", id, "--x--"];
  const parts = ["Content-Type: multipart/mixed; boundary=x", "", "--x", "", "Slate lasts.", ...file];
  const source = [...headers, ...parts].join("\r\n");
  imap.deliver(source);
  if (isTwice) imap.deliver(source);
}

function renumber({ imap }: Post): void {
  imap.renumber("INBOX");
  imap.dropAll();
}

/** What is about to be flagged has its task. */
async function noteFlags({ databases }: FailpointRig, { imap, flaggedTooSoon }: Post, set: string): Promise<void> {
  const uids = new Set(set.split(",").flatMap(rangeOf));
  const subjects = imap
    .folder("INBOX")
    .messages.filter(({ uid }) => uids.has(uid))
    .map(subjectOf);
  const { rows } = await databases.api.query<{ title: string }>("SELECT title FROM task WHERE title = ANY($1)", [
    subjects,
  ]);
  const captured = new Set(rows.map(({ title }) => title));
  for (const subject of subjects)
    if (!captured.has(subject)) flaggedTooSoon.push(`${subject} was flagged and is no task`);
}

function rangeOf(part: string): number[] {
  const [from = 0, to = from] = part.split(":").map(Number);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function subjectOf({ source }: { source: Buffer }): string {
  return /^Subject: (.+)$/m.exec(source.toString())?.[1]?.trim() ?? "";
}

async function settle(rig: FailpointRig, { imap }: Post, timeoutMs: number): Promise<string[]> {
  const open = () => imap.folder("INBOX").messages.filter(({ flags }) => !flags.has("\\Flagged")).length;
  await waitFor(() => open() === 0, { timeoutMs, what: "every message to be flagged" }).catch(() => {});
  await untilQuiet(rig);
  return open() === 0 ? [] : [`${open()} messages were never flagged`];
}

/** As many tasks as mails, each with its file. */
async function compare({ databases }: FailpointRig, { subjects }: Post): Promise<string[]> {
  const { rows } = await databases.api.query<{ title: string; files: number }>(
    "SELECT title, attachment_count AS files FROM task",
  );
  const counts = new Map<string, number>();
  for (const { title } of rows) counts.set(title, (counts.get(title) ?? 0) + 1);
  const lost = [...subjects].filter((subject) => !counts.has(subject)).map((subject) => `${subject} was lost`);
  const double = [...counts]
    .filter(([, count]) => count > 1)
    .map(([title, count]) => `${title} is there ${count} times`);
  const strange = [...counts.keys()].filter((title) => !subjects.has(title)).map((title) => `${title} is no mail's`);
  const bare = rows.filter(({ files }) => files !== 1).map(({ title, files }) => `${title} has ${files} files`);
  return [...lost, ...double, ...strange, ...bare];
}
