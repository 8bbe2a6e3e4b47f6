import { readdirSync, readFileSync } from "node:fs";
import type { Instant, Moment } from "@kanban/domain/moment";
import { Temporal } from "temporal-polyfill";
import { labelOf, type Label } from "./label.ts";
import { type Line, readLines, refuseUnknownFields } from "./read-line.ts";

/** A capture whose words alone say what to propose. */
export type Capture = {
  domain: string;
  /** Its place among the captures of its domain. */
  place: number;
  language: string;
  title: string;
  notes: string;
  writtenAt: Instant;
  timeZone: string;
  due: Label<Moment>;
  defer: Label<Moment>;
  waiting: Label<string>;
  followUp: Label<string>;
  items: Label<string[]>;
};

const folder = new URL("captures/", import.meta.url);

/** Every labelled capture, in a fixed order. */
export function readCaptures(): Capture[] {
  return readdirSync(folder)
    .toSorted()
    .flatMap((file) => {
      const lines = readLines(readFileSync(new URL(file, folder), "utf8"), 2);
      return lines.map((line, place) => ({ domain: file.replace(".txt", ""), place, ...readCapture(line) }));
    });
}

function readCapture(line: Line): Omit<Capture, "domain" | "place"> {
  refuseUnknownFields(line, ["notes", "at", "zone", "due", "defer", "waiting", "follow-up", "items"]);
  const timeZone = line.fields.get("zone") ?? "Europe/Prague";
  const moment = (text: string) => momentIn(timeZone, text);
  return {
    language: line.head[0] ?? "",
    title: line.head[1] ?? "",
    notes: line.fields.get("notes") ?? "",
    // A Wednesday, in winter time.
    writtenAt: moment(line.fields.get("at") ?? "2026-03-04 11:00"),
    timeZone,
    due: labelOf(line, "due", moment),
    defer: labelOf(line, "defer", moment),
    waiting: labelOf(line, "waiting", (who) => who),
    followUp: labelOf(line, "follow-up", (day) => day),
    items: labelOf(line, "items", (items) => items.split("; ")),
  };
}

/** `2026-03-05 09:00` by the clock of that zone as an instant; a day stays one. @throws RangeError when neither. */
export function momentIn(timeZone: string, text: string): Moment {
  if (text.length === 10) return Temporal.PlainDate.from(text).toString();
  const instant = Temporal.PlainDateTime.from(text.replace(" ", "T")).toZonedDateTime(timeZone);
  return new Date(instant.epochMilliseconds).toISOString();
}
