import { foldText } from "../search/fold-text.ts";

const wordsOf = (text: string) =>
  new Set(
    foldText(text)
      .split(" ")
      .filter((word) => word.length > 2),
  );

/** The tasks whose titles say most of what `title` says, the likest first. */
export function similarTitles<Task extends { title: string }>(
  title: string,
  tasks: readonly Task[],
  most: number,
): Task[] {
  const words = wordsOf(title);
  return tasks
    .map((task) => {
      const others = wordsOf(task.title);
      const shared = [...words].filter((word) => others.has(word)).length;
      // Jaccard: a long title is not like everything.
      return { task, likeness: shared / (words.size + others.size - shared || 1) };
    })
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, most)
    .map(({ task }) => task);
}
