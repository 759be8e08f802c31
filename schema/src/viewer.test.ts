import { describe, expect, it } from "vitest";
import { PUBLIC_VIEWER, signViewer, verifyViewer, viewerReader, type Viewer } from "./viewer.js";

const SECRET = "a secret of more than thirty-two characters";
const NOW = Date.UTC(2026, 0, 5, 8);
const viewer: Viewer = { subject: "li", roles: ["public", "analyst"], scopes: ["county"], area: "220622" };
const token = (now = NOW): string => signViewer(viewer, "schools", SECRET, now);
const payloadOf = (content: unknown): string => Buffer.from(JSON.stringify(content)).toString("base64url");

describe("a token read again and again", () => {
  it("gives one viewer nobody can change", () => {
    const read = viewerReader("schools", SECRET);
    const first = read(token(), NOW);
    expect(first).toEqual(viewer);
    expect(read(token(), NOW + 1_000)).toBe(first);
    expect(() => (first.roles as string[]).push("admin")).toThrow(TypeError);
    expect(() => ((first as { area: string | null }).area = null)).toThrow(TypeError);
  });

  it("is refused after its minute, however often it was accepted", () => {
    const read = viewerReader("schools", SECRET);
    read(token(), NOW);
    expect(read(token(), NOW + 60_000)).toEqual(viewer);
    expect(() => read(token(), NOW + 60_001)).toThrow("expired");
    expect(() => read(token(), NOW + 90_000)).toThrow("expired");
  });

  it("is known to its own subgraph and secret alone", () => {
    const read = viewerReader("schools", SECRET);
    read(token(), NOW);
    expect(() => viewerReader("funding", SECRET)(token(), NOW)).toThrow("signed for schools");
    expect(() => viewerReader("schools", `${SECRET}.`)(token(), NOW)).toThrow("foreign signature");
  });
});

it.each<[string, string | undefined]>([
  ["none", undefined],
  ["an empty one", ""],
  ["one without a signature", token().split(".")[0]],
  ["one with an empty signature", `${token().split(".")[0]}.`],
  ["one with another's signature", `${payloadOf({ viewer, subgraph: "schools" })}.${token().split(".")[1]}`],
  ["one with one more part", `${token()}.x`],
  ["one with a letter more", `${token()}x`],
  ["one signed for another subgraph", signViewer(viewer, "funding", SECRET, NOW)],
  ["one that expired", token(NOW - 61_000)],
])("refuses %s, also after an accepted one, as verifyViewer does", (_, header) => {
  const read = viewerReader("schools", SECRET);
  read(token(), NOW);
  read(signViewer(PUBLIC_VIEWER, "schools", SECRET, NOW), NOW);
  const faultOf = (work: () => unknown): unknown => {
    try {
      return work();
    } catch (fault) {
      return fault;
    }
  };
  const expected = faultOf(() => verifyViewer(header, "schools", SECRET, NOW));
  expect(expected).toMatchObject({ code: "UNAUTHENTICATED" });
  for (let times = 0; times < 2; times++) expect(faultOf(() => read(header, NOW))).toEqual(expected);
});
