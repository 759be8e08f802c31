import type { Writable } from "node:stream";

/** More are not held back: whoever runs on another core should not wait for a long turn to end. */
const STREAMS_AT_MOST = 32;

const held: Writable[] = [];

function release(): void {
  for (const stream of held.splice(0)) stream.uncork();
}

/**
 * Holds back what is written to a stream until what has arrived by now has been looked at; then all of it leaves.
 *
 * Who is written to wakes up, and where cores are few takes the writer's place, who has just begun: so each process would
 * handle one request at a time, with none of its code and data at hand. In groups they cost a tenth to a fifth less.
 */
export function holdWrites(stream: Writable): void {
  if (stream.writableCorked > 0) return;
  stream.cork();
  if (held.push(stream) === 1) setImmediate(release);
  else if (held.length === STREAMS_AT_MOST) release();
}
