import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTinyHub, type TinyHub } from "./tiny-hub.js";

let hub: TinyHub;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "explorer-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>教育数据</title>");
  writeFileSync(join(folder, "assets", "index-a1b2.js"), `console.log("${"x".repeat(4_000)}");`);
  hub = await startTinyHub({ explorerFolder: folder, questions: '{"entries":[]}' });
});
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) => hub.server.app.inject({ url, headers });

it("serves the explorer page under a policy that lets nothing leave the machine, asked for anew each time", async () => {
  const page = await get("/");
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain("教育数据");
  expect(page.headers).toMatchObject({ "content-type": "text/html; charset=utf-8", "cache-control": "no-cache" });
  expect(page.headers["content-security-policy"]).toMatch(/^default-src 'self'; /);
  expect(String(page.headers["content-security-policy"])).not.toMatch(/https?:|script-src/);
});

it("serves hashed files compressed, to be kept for good", async () => {
  const script = await get("/assets/index-a1b2.js", { "accept-encoding": "gzip" });
  expect(script.headers).toMatchObject({
    "cache-control": "public, max-age=31536000, immutable",
    "content-encoding": "gzip",
  });
});

it("serves nothing outside its folder", async () => {
  for (const path of ["/../package.json", "/%2e%2e/package.json", "/assets/..%2f..%2fpackage.json", "/missing.js"]) {
    expect((await get(path)).statusCode, path).toBeGreaterThanOrEqual(400);
  }
});

it("serves the question library and the schema, and says when they have not changed", async () => {
  const library = await get("/questions.json");
  expect(library.json()).toEqual({ entries: [] });
  const etag = String(library.headers["etag"]);
  expect((await get("/questions.json", { "if-none-match": etag })).statusCode).toBe(304);
  expect((await get("/schema.graphql")).body).toContain("type Town");
});

it("says that the explorer page is not built instead of failing", async () => {
  await using bare = await startTinyHub({ explorerFolder: join(folder, "assets") });
  expect((await bare.server.app.inject("/")).body).toBe("The explorer page is not built.\n");
});
