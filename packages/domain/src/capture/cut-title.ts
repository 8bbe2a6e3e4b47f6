const sentenceEnd = /[.!?…。！？](?=\s)/gu;

/**
 * A title of at most `max` UTF-16 code units out of a longer line: its first sentences if they fill an eighth of that,
 * else whole words, else whole characters. Nothing is cut from a line that fits.
 */
export function cutTitle(line: string, max: number): string {
  if (line.length <= max) return line;
  const room = line.slice(0, max);
  const sentence = [...room.matchAll(sentenceEnd)].at(-1);
  if (sentence && sentence.index >= max / 8) return room.slice(0, sentence.index + 1);
  const short = line.slice(0, max - 1);
  const space = short.search(/\s\S*$/u);
  return `${(space >= max / 2 ? short.slice(0, space) : wholeCharacters(short, line)).trimEnd()}…`;
}

/** Without a last character that goes on in `line`: an emoji of several parts, a letter with its accent. */
function wholeCharacters(short: string, line: string): string {
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(
    line.slice(0, short.length + 40),
  )) {
    if (index + segment.length > short.length) break;
    end = index + segment.length;
  }
  // One character longer than a title is none that anybody wrote.
  return end > 0 ? short.slice(0, end) : short.toWellFormed();
}
