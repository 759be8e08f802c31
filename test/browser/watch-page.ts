import type { Page } from "playwright-core";

/** What a page did that the hub's page must never do. */
export interface PageFaults {
  /** Addresses outside the hub that the page asked for; they were not let out. */
  readonly outside: string[];
  /** Errors on the console, breaches of the content security policy among them, and uncaught exceptions. */
  readonly errors: string[];
}

/** Watches a page from before it opens, and keeps every request that is not the hub's from leaving. */
export async function watchPage(page: Page, origin: string): Promise<PageFaults> {
  const faults: PageFaults = { outside: [], errors: [] };
  await page.route(
    (address) => address.origin !== origin && address.protocol !== "data:" && address.protocol !== "blob:",
    async (route) => {
      faults.outside.push(route.request().url());
      await route.abort();
    },
  );
  page.on("console", (message) => {
    if (message.type() === "error") faults.errors.push(message.text());
  });
  page.on("pageerror", (error) => faults.errors.push(error.message));
  return faults;
}
