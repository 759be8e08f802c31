import type { GraphiQLPlugin } from "@graphiql/react";
import { LibraryPanel } from "./library-panel";

function LibraryIcon() {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M8.5 9.2a3.6 3.6 0 1 1 5.2 3.2c-1.1.6-1.7 1.2-1.7 2.5" />
      <circle cx="12" cy="18" r=".6" fill="currentColor" />
      <rect x="2.5" y="2.5" width="19" height="19" rx="4" />
    </svg>
  );
}

/** The question library as a panel beside the editor. */
export const libraryPlugin: GraphiQLPlugin = {
  title: "Question library · 问题库",
  icon: LibraryIcon,
  content: LibraryPanel,
};
