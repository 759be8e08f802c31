import {
  BoundedMap,
  DEADLINE_HEADER,
  REQUEST_ID_HEADER,
  signViewer,
  VIEWER_HEADER,
  type SubgraphName,
  type Viewer,
} from "@hub/schema";
import { headerLine } from "./http1/header-line.js";
import type { SubgraphCall, SubgraphRequest } from "./transport.js";

const QUERY_TEXTS = 2_000;
/** Of all query texts kept together. */
const QUERY_CHARACTERS = 4_000_000;
const VIEWER_REUSE_MS = 30_000;

/** What every request brings. */
export const CONTENT_TYPE = "content-type: application/json\r\n";

/** Writes requests; the texts of queries repeat and are escaped once. */
export function bodyWriter(): (request: SubgraphRequest) => string {
  const heads = new BoundedMap<string, string>(QUERY_TEXTS, { most: QUERY_CHARACTERS, of: (head) => head.length });
  return ({ query, variables, operationName }) => {
    let head = heads.get(query);
    if (head === undefined) {
      head = `{"query":${JSON.stringify(query)}`;
      heads.set(query, head);
    }
    const named = operationName === undefined ? "" : `,"operationName":${JSON.stringify(operationName)}`;
    return `${head}${named},"variables":${JSON.stringify(variables ?? {})}}`;
  };
}

/** The line with the viewer, signed for one subgraph; reused for half of the signature's life. */
function viewerWriter(subgraph: string, secret: string): (viewer: Viewer) => string {
  const signed = new WeakMap<Viewer, { readonly line: string; readonly until: number }>();
  return (viewer) => {
    const known = signed.get(viewer);
    const now = Date.now();
    if (known !== undefined && known.until > now) return known.line;
    const line = headerLine(VIEWER_HEADER, signViewer(viewer, subgraph as SubgraphName, secret, now));
    signed.set(viewer, { line, until: now + VIEWER_REUSE_MS });
    return line;
  };
}

/** Writes the header lines of requests. Throws TypeError for a value that would end its line. */
export function headerWriter(
  subgraph: string,
  secret: string | undefined,
): (call: SubgraphCall, timeoutMs: number) => string {
  const viewerLine = secret === undefined ? () => "" : viewerWriter(subgraph, secret);
  return ({ requestId, headers, viewer }, timeoutMs) => {
    let lines = `${CONTENT_TYPE}${headerLine(REQUEST_ID_HEADER, requestId)}${DEADLINE_HEADER}: ${Math.ceil(timeoutMs)}\r\n`;
    for (const name in headers) lines += headerLine(name, headers[name] as string);
    return lines + viewerLine(viewer);
  };
}
