import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startHub } from "../kit/hub.js";
import { hasChromium, openBrowser, type OpenBrowser } from "./chromium.js";
import { watchPage, type PageFaults } from "./watch-page.js";

// 靖宇县 has 8 townships (facts of 2020), so the headline question has 8 rows.
const townships = 8;
const realHubWithPage = { data: "real", page: true } as const;
const englishTitle = "How many pupils does each township have per teacher?";
const chineseTitle = "各乡镇、各学段的生师比是多少？";

describe.skipIf(!hasChromium())("the page at /", { timeout: 60_000 }, () => {
  let hub: Awaited<ReturnType<typeof startHub>>;
  let browser: OpenBrowser;
  let page: Page;
  let faults: PageFaults;

  beforeAll(async () => {
    hub = await startHub(realHubWithPage);
    browser = await openBrowser("en-US");
    page = browser.context.pages()[0] ?? (await browser.context.newPage());
    faults = await watchPage(page, new URL(hub.url).origin);
  }, 180_000);
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await hub?.[Symbol.asyncDispose]();
  });

  it("opens under a strict policy, with the headline question and its variables in the editor", async () => {
    const response = await page.goto(new URL("/", hub.url).href);
    expect(response?.headers()["content-security-policy"]).toMatch(/default-src 'self'(;|$)/);
    const operation = page.getByRole("region", { name: "Operation Editor" });
    await operation.getByText("TeacherRatioByTownship").first().waitFor();
    await page.getByRole("region", { name: "Variables" }).getByText('"220622"').waitFor();
  });

  it("lists all 64 questions in both languages, those without a document not to be clicked", async () => {
    const library = page.getByRole("region", { name: "Question library" });
    expect(await library.getByRole("listitem").count()).toBe(64);
    await library.getByText(chineseTitle).waitFor();
    expect(await library.getByRole("button", { name: englishTitle }).isEnabled()).toBe(true);
    await library.getByRole("searchbox").fill("316");
    expect(await library.getByRole("listitem").count()).toBe(1);
    await library.getByRole("searchbox").fill("");
  });

  it("answers the headline question by clicks in the library, with a row for each township", async () => {
    await page.getByRole("button", { name: "New tab" }).click();
    await page.getByRole("button", { name: englishTitle }).click();
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await page.locator(".hub-table tbody tr").first().waitFor();
    expect(await page.locator(".hub-table tbody tr").count()).toBe(townships);
    expect(await page.locator(".hub-facts").innerText()).toContain("靖宇县");
    expect(await page.getByRole("columnheader", { name: "teachers" }).count()).toBe(1);
  });

  it("asks again with the variable that a form field holds", async () => {
    await page.getByLabel("county", { exact: true }).first().fill("999999");
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await page.getByText("No rows").waitFor();
    await page.getByRole("button", { name: "Restore defaults" }).click();
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await page.getByText(`${townships} rows`).waitFor();
  });

  it("hands the table out as CSV that a spreadsheet reads: mark, CRLF, one line for each township", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download CSV" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("county.townships.csv");
    const bytes = await readFile(await download.path());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [header, ...lines] = bytes.subarray(3).toString("utf8").split("\r\n");
    expect(header).toMatch(/^county\.code,county\.name,code,name,profile\.students,/);
    expect(lines.pop()).toBe("");
    expect(lines).toHaveLength(townships);
    for (const line of lines) expect(line).toMatch(/^220622,靖宇县,220622\d{3,6},/);
  });

  it("draws a bar chart with every township on it", async () => {
    await page.getByRole("tab", { name: "Chart" }).click();
    await page.locator("svg.hub-chart").waitFor();
    expect(await page.locator("svg.hub-chart .hub-bar-label").count()).toBe(townships);
    await page.getByRole("tab", { name: "Table" }).click();
  });

  it("speaks Chinese at one click, its headings from the schema's own descriptions", async () => {
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByRole("heading", { name: "县域教育数据中枢" }).waitFor();
    await page.getByRole("region", { name: "问题库" }).getByText(chineseTitle).waitFor();
    const headings = await page.locator(".hub-table thead").innerText();
    expect(headings).toMatch(/\p{Script=Han}/u);
    await page.getByRole("button", { name: "EN", exact: true }).click();
  });

  it("documents the graph in both languages", async () => {
    await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
    await page.getByText("Query", { exact: true }).first().click();
    const docs = await page.locator(".graphiql-doc-explorer").innerText();
    expect(docs).toMatch(/[a-z]{4,}/);
    expect(docs).toMatch(/\p{Script=Han}/u);
  });

  it("keeps no request header after the request, so that a token does not stay on a shared machine", async () => {
    await page.getByRole("button", { name: "Headers" }).click();
    await page.getByRole("region", { name: "Headers" }).locator(".monaco-editor").last().click();
    await page.keyboard.insertText('{ "x-note": "not to be kept" }');
    await page.getByRole("button", { name: "Execute query" }).click();
    await page.getByText(`${townships} rows`).waitFor();
    // The editor writes its storage half a second late.
    await page.waitForTimeout(1_000);
    const stored = await page.evaluate(() => Object.values({ ...localStorage }).join("\n"));
    expect(stored).toContain("TeacherRatioByTownship");
    expect(stored).not.toContain("not to be kept");
  });

  it("has spoken to nobody but the hub, and broken neither policy nor script, in all of this", () => {
    expect(faults).toEqual({ outside: [], errors: [] });
  });
});
