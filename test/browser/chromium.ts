import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext } from "playwright-core";

const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";

/** Whether this machine has a browser. Says so aloud when it has none, as its tests are then skipped. */
export function hasChromium(): boolean {
  const found = existsSync(executablePath);
  if (!found)
    console.warn(`No browser at ${executablePath}: the browser tests are skipped. CHROMIUM_PATH names another.`);
  return found;
}

/** A browser of its own with an empty profile; closing it removes the profile. */
export interface OpenBrowser extends AsyncDisposable {
  readonly context: BrowserContext;
}

/** Starts headless Chromium with everything switched off that would speak to the network by itself. */
export async function openBrowser(locale: string): Promise<OpenBrowser> {
  const profile = await mkdtemp(join(tmpdir(), "hub-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    locale,
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  return {
    context,
    async [Symbol.asyncDispose]() {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
