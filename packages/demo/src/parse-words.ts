export type StoryWords = {
  title: string;
  contexts: string[];
  tags: string[];
  project: string | null;
  estimateMinutes: number | null;
};

/** Splits a story into its title and its marks. A project's name may hold spaces and ends at the next mark. */
export function parseWords(words: string): StoryWords {
  const [title = "", ...marks] = words.split(/ (?=[@#+~])/);
  const marked = (sign: string) => marks.filter((mark) => mark.startsWith(sign)).map((mark) => mark.slice(1));
  const [estimate] = marked("~");
  return {
    title,
    contexts: marked("@"),
    tags: marked("#"),
    project: marked("+")[0] ?? null,
    estimateMinutes: estimate ? Number(estimate) : null,
  };
}
