/** Runs at most so many works at a time; the others wait in line. */
export function limitTo(most: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let running = 0;
  const line: (() => void)[] = [];
  return async (work) => {
    if (running < most) running += 1;
    // Begun by one that has ended, in whose place it runs.
    else await new Promise<void>((begin) => line.push(begin));
    try {
      return await work();
    } finally {
      const begin = line.shift();
      if (begin) begin();
      else running -= 1;
    }
  };
}
