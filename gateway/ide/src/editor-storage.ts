import type { Storage } from "@graphiql/toolkit";

const prefix = "graphiql:";

/** The layout of a first visit: a library a quarter wide, and more room for the answer than for the operation. */
const firstLayout: Readonly<Record<string, string>> = {
  [`${prefix}docExplorerFlex`]: "0.3",
  [`${prefix}editorFlex`]: "0.72",
  [`${prefix}secondaryEditorFlex`]: "3",
};

/** The editor's storage in this browser, with the hub's layout until the user moves something. */
export const editorStorage: Storage = {
  getItem: (key) => localStorage.getItem(key) ?? firstLayout[key] ?? null,
  setItem: (key, value) => localStorage.setItem(key, value),
  removeItem: (key) => localStorage.removeItem(key),
  clear: () => localStorage.clear(),
  get length() {
    return localStorage.length;
  },
};

/** Whether this browser has never kept an editor tab. */
export function isFirstVisit(): boolean {
  return localStorage.getItem(`${prefix}tabState`) === null;
}
