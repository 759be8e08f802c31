import { createContext } from "react";
import type { LoadedLibrary } from "./load-library";

/** The question library, for the panel that shows it. */
export const LibraryContext = createContext<LoadedLibrary>({ entries: [], failure: null });
