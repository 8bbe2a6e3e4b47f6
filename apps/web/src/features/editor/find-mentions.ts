export type MentionedTask = { number: number; title: string };

const most = 6;
const fold = (text: string) => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** People whose name, or a word of it, begins with what was typed. */
export function findPeople(names: readonly string[], query: string): string[] {
  const wanted = fold(query);
  return names
    .filter((name) => [fold(name), ...fold(name).split(" ")].some((word) => word.startsWith(wanted)))
    .slice(0, most);
}

/** Tasks whose number begins with what was typed, else whose title holds it; the newest first. */
export function findTasks(tasks: readonly MentionedTask[], query: string): MentionedTask[] {
  const wanted = fold(query);
  const newestFirst = tasks.filter(({ number }) => number > 0).toSorted((a, b) => b.number - a.number);
  const byNumber = /^\d+$/u.test(query) ? newestFirst.filter(({ number }) => String(number).startsWith(query)) : [];
  const byTitle = newestFirst.filter((task) => fold(task.title).includes(wanted));
  return [...new Set([...byNumber, ...byTitle])].slice(0, most);
}
