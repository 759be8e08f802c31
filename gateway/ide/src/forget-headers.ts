/** The editor's lists that keep whole requests, headers and all. */
const keepsRequests = /:(queries|favorites)$/;

/**
 * What may be stored under a key: the history without request headers, as a token must not outlive the page.
 *
 * The editor leaves headers out of everything else by itself, but not out of its history.
 */
export function forgetHeaders(key: string, value: string): string {
  if (!keepsRequests.test(key)) return value;
  return JSON.stringify(JSON.parse(value), (name, inner: unknown) => (name === "headers" ? undefined : inner));
}
