import type { Priority } from "../entities.ts";
import type { Moment } from "../moment.ts";

/** A stretch of the typed text, in UTF-16 offsets; `end` is behind its last unit. */
export type Span = { start: number; end: number };

export type LabelKind = "tag" | "context" | "project";
/** The sign each kind of label is written with. */
export const labelSigns = { tag: "#", context: "@", project: "+" } as const satisfies Record<LabelKind, string>;

/** A piece of the typed text that says something about the task and is no part of its title. */
export type CaptureToken = Span &
  (
    | { kind: LabelKind; name: string }
    | { kind: "priority"; priority: Priority }
    | { kind: "estimate"; minutes: number }
    | { kind: "due" | "defer"; moment: Moment }
    /** The backslash before something that would be a token and shall be plain words. */
    | { kind: "escape" }
  );

/** A date a reader found, with the words that belong to it ("by friday"). */
export type FoundDate = Span & { role: "due" | "defer"; moment: Moment };
/** Finds dates in a text. Knows the person's language, zone and present moment; this package knows none of them. */
export type DateReader = (text: string) => readonly FoundDate[];
