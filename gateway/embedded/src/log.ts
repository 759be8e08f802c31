import { pino, type Logger } from "pino";

/** A log on standard error: standard output is for what a person asked for. */
export function createLog(level: string): Logger {
  return pino({ level }, pino.destination(2));
}
