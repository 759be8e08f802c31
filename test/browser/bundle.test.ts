import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const built = fileURLToPath(new URL("../../gateway/ide/dist", import.meta.url));
const textual = new Set([".html", ".js", ".css", ".svg"]);

it("names no content delivery network anywhere in the built page", async () => {
  const files = (await readdir(built, { recursive: true })).filter((file) => textual.has(extname(file)));
  expect(files).toContain("index.html");
  const found: string[] = [];
  for (const file of files) {
    // Fonts inside the style sheet are base64, where any three letters turn up by chance.
    const text = (await readFile(join(built, file), "utf8")).replaceAll(/;base64,[A-Za-z0-9+/=]+/g, "");
    for (const { index } of text.matchAll(/cdn|unpkg|jsdelivr|esm\.sh|googleapis|gstatic/gi)) {
      found.push(`${file}: ${text.slice(Math.max(index - 40, 0), index + 40)}`);
    }
  }
  expect(found).toEqual([]);
});

it("loads its scripts, styles and icon from beside the page", async () => {
  const page = await readFile(join(built, "index.html"), "utf8");
  const addresses = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
  expect(addresses.length).toBeGreaterThan(2);
  for (const address of addresses) expect(address).toMatch(/^\.\//);
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
});
