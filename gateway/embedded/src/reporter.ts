/** Where a starting hub says what it does. */
export interface Reporter {
  /** One finished step, as a line. */
  step(text: string): void;
  /** How far a long step is; drawn over itself on a terminal, a line per whole part elsewhere. */
  progress(done: number, total: number, text: string): void;
}

const BAR_WIDTH = 24;
const CLEAR_LINE = "\r\u001b[2K";
const REDRAW_MS = 80;

/** Reports to a stream: standard output for a hub in the foreground, standard error for one that serves a command. */
export function createReporter(stream: NodeJS.WriteStream): Reporter {
  let drawn = 0;
  let reported = -1;

  return {
    step(text) {
      stream.write(`${drawn > 0 ? CLEAR_LINE : ""}${text}\n`);
      drawn = 0;
      reported = -1;
    },
    progress(done, total, text) {
      if (stream.isTTY) {
        const now = Date.now();
        if (now - drawn < REDRAW_MS) return;
        drawn = now;
        const filled = Math.round((done / total) * BAR_WIDTH);
        stream.write(`${CLEAR_LINE}[${"#".repeat(filled)}${"-".repeat(BAR_WIDTH - filled)}] ${done}/${total} ${text}`);
      } else if (done !== reported) {
        reported = done;
        stream.write(`  ${done}/${total} ${text}\n`);
      }
    },
  };
}
