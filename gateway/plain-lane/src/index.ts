export { ByteCollector } from "./byte-collector.js";
export type { Client, PlainHandler } from "./lane-connection.js";
export type { PlainAnswer } from "./plain-answer.js";
export { addPlainLane, type PlainLane } from "./plain-lane.js";
export type { PlainRequest } from "./plain-request.js";
