import { readdirSync, readFileSync } from "node:fs";
import { labelOf, type Label } from "./label.ts";
import { type Line, readLines, refuseUnknownFields } from "./read-line.ts";

/** How a person files things. */
export type Filing = { tags: string[]; context: string | null; project: string | null };

export type PersonTask = Filing & { title: string; notes: string; minutes: number | null };

/** A capture of somebody with a past. `filed.also` are labels that are no mistake. */
export type PersonCapture = {
  person: string;
  language: string;
  title: string;
  notes: string;
  filed: Filing & { also: string[] };
  /** The title of the open task it repeats. */
  sameAs: Label<string>;
  minutes: Label<{ least: number; most: number }>;
};

export type Person = {
  name: string;
  language: string;
  timeZone: string;
  tags: string[];
  contexts: string[];
  projects: string[];
  /** Finished, oldest first. */
  past: PersonTask[];
  open: PersonTask[];
  captures: PersonCapture[];
};

const folder = new URL("people/", import.meta.url);

/** Everybody of the evaluation set. */
export function readPeople(): Person[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .toSorted()
    .map((file) => readPerson(readFileSync(new URL(file, folder), "utf8")));
}

function readPerson(text: string): Person {
  const [head = "", past = "", open = "", captures = ""] = text.split(/^== \w+$/m);
  const known = new Map(head.split("\n").map((line) => [line.split(": ")[0] ?? "", line.split(": ")[1] ?? ""]));
  const words = (name: string) => (known.get(name) ?? "").split(" ").filter(Boolean);
  const vocabulary = { tags: words("tags"), contexts: words("contexts"), projects: words("projects") };
  const name = known.get("name") ?? "";
  const language = known.get("language") ?? "";
  const taskOf = (line: Line): PersonTask => {
    refuseUnknownFields(line, ["notes"]);
    const { tags, context, project, minutes } = readFiling(line.head[1] ?? "", vocabulary);
    return { title: line.head[0] ?? "", notes: line.fields.get("notes") ?? "", tags, context, project, minutes };
  };
  return {
    name,
    language,
    timeZone: known.get("zone") ?? "UTC",
    ...vocabulary,
    past: readLines(past, 2).map(taskOf),
    open: readLines(open, 2).map(taskOf),
    captures: readLines(captures, 2).map((line) => ({ person: name, language, ...captureOf(line, vocabulary) })),
  };
}

function captureOf(line: Line, vocabulary: Vocabulary): Omit<PersonCapture, "person" | "language"> {
  refuseUnknownFields(line, ["notes", "same", "est"]);
  const { tags, context, project, also } = readFiling(line.head[1] ?? "", vocabulary);
  return {
    title: line.head[0] ?? "",
    notes: line.fields.get("notes") ?? "",
    filed: { tags, context, project, also },
    sameAs: labelOf(line, "same", (title) => title),
    minutes: labelOf(line, "est", readRange),
  };
}

type Vocabulary = { tags: string[]; contexts: string[]; projects: string[] };

/** `#tag @context +project 30m`, a question mark before what is only tolerated. @throws Error at a word it does not know. */
function readFiling(text: string, { tags, contexts, projects }: Vocabulary) {
  const filing: Filing & { also: string[]; minutes: number | null } = {
    tags: [],
    context: null,
    project: null,
    also: [],
    minutes: null,
  };
  for (const word of text.split(" ").filter(Boolean)) {
    const [, also, sign = "", name = ""] = /^(\??)([#@+])([\p{L}\d-]+)$/u.exec(word) ?? [];
    const isKnown = { "#": tags, "@": contexts, "+": projects }[sign]?.includes(name);
    if (isKnown && also) filing.also.push(`${sign}${name}`);
    else if (isKnown && sign === "#") filing.tags.push(name);
    else if (isKnown && sign === "@") filing.context = name;
    else if (isKnown && sign === "+") filing.project = name;
    else filing.minutes = readMinutes(word);
  }
  return filing;
}

function readRange(text: string): { least: number; most: number } {
  const [least = "", most = ""] = text.split("..");
  return { least: readMinutes(least), most: readMinutes(most) };
}

function readMinutes(text: string): number {
  const [, number, unit] = /^(\d+)([mh])$/.exec(text) ?? [];
  if (!number) throw new Error(`Neither a known label nor minutes: "${text}"`);
  return Number(number) * (unit === "h" ? 60 : 1);
}
