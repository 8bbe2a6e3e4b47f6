/** Something that was set aside, as an alert names it. */
export type SetAside = { kind: "event" | "job"; side: "api" | "worker"; id: string; type: string; at: string };

/** A letter is read on a phone: more than this is counted. */
const named = 10;

/**
 * What an operator is told: what was set aside and where to look. Why it failed stands on the page only: an error's
 * text may quote what people wrote.
 */
export function alertLetter(setAside: readonly SetAside[], appUrl: string): { subject: string; text: string } {
  const count = setAside.length;
  const what = count === 1 ? "1 thing was set aside" : `${count} things were set aside`;
  const lines = setAside.slice(0, named).map(({ kind, side, type, at }) => {
    const name = type.replaceAll(/[^\w.:-]+/g, " ").trim();
    return `- ${at.slice(0, 16).replace("T", " ")} UTC, ${kind === "job" ? "job" : `event to the ${side}`}: ${name}`;
  });
  if (count > named) lines.push(`- and ${count - named} more`);
  return {
    subject: `Personal Kanban: ${what}`,
    text: [
      `${what} after failing for good. Boards go on working; what these were to do has not been done.`,
      "",
      ...lines,
      "",
      `Look at them, and retry or discard each: ${appUrl}/operations`,
      "",
      "This is written at most once an hour.",
    ].join("\n"),
  };
}
