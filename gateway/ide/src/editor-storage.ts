import type { Storage } from "@graphiql/toolkit";
import { forgetHeaders } from "./forget-headers";

const prefix = "graphiql:";

/** The layout of a first visit: a library a quarter wide, and more room for the answer than for the operation. */
const firstLayout: Readonly<Record<string, string>> = {
  [`${prefix}docExplorerFlex`]: "0.29",
  [`${prefix}editorFlex`]: "0.62",
  [`${prefix}secondaryEditorFlex`]: "3",
};

/** The editor's storage in this browser, with the hub's layout until the user moves something. */
export const editorStorage: Storage = {
  getItem: (key) => localStorage.getItem(key) ?? firstLayout[key] ?? null,
  setItem: (key, value) => localStorage.setItem(key, forgetHeaders(key, value)),
  removeItem: (key) => localStorage.removeItem(key),
  clear: () => localStorage.clear(),
  get length() {
    return localStorage.length;
  },
};

/** Puts a text into the editor's storage for a browser that has never kept a tab; later visits find their own. */
export function fillFirstVisit(query: string, variables: string): void {
  if (localStorage.getItem(`${prefix}tabState`) !== null) return;
  localStorage.setItem(`${prefix}query`, query);
  localStorage.setItem(`${prefix}variables`, variables);
}
