/** Says how far something has come: a bar on a terminal, else a line at every tenth. */
export type Progress = { add(rows: number): void; end(): void };

type Screen = { isTTY?: boolean; columns?: number; write(text: string): unknown };

const barWidth = 24;

export function createProgress(
  title: string,
  total: number,
  screen: Screen,
  now: () => number = () => performance.now(),
): Progress {
  const begin = now();
  let done = 0;
  let shownAt = -Infinity;
  let tenths = 0;
  const line = () => {
    const seconds = Math.max((now() - begin) / 1_000, 0.001);
    const rate = done / seconds;
    const share = total === 0 ? 1 : Math.min(done / total, 1);
    const left = rate === 0 ? "" : `, ${clock((total - done) / rate)} left`;
    const percent = `${Math.floor(share * 100)} %`;
    return { share, percent, rate: `${Math.round(rate).toLocaleString("en")} rows/s`, left: share === 1 ? "" : left };
  };
  const draw = () => {
    const { share, percent, rate, left } = line();
    const filled = Math.round(share * barWidth);
    const bar = `${"█".repeat(filled)}${"░".repeat(barWidth - filled)}`;
    screen.write(`\r\u001b[2K  ${title} ${bar} ${percent} · ${rate}${left}`);
  };
  return {
    add(rows) {
      done += rows;
      if (screen.isTTY) {
        if (now() - shownAt < 100 && done < total) return;
        shownAt = now();
        draw();
        return;
      }
      const { share, percent, rate, left } = line();
      if (Math.floor(share * 10) <= tenths) return;
      tenths = Math.floor(share * 10);
      screen.write(`  ${title} ${percent} · ${rate}${left}\n`);
    },
    end() {
      if (screen.isTTY) screen.write("\r\u001b[2K");
    },
  };
}

function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
