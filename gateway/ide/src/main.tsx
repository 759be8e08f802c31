import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import "@graphiql/plugin-explorer/style.css";
import "./styles/hub.css";
import { createRoot } from "react-dom/client";
import { App } from "./app";
import { fillFirstVisit } from "./editor-storage";
import { loadLibrary } from "./library/load-library";
import { printVariables } from "./library/print-variables";

const root = document.getElementById("root");
if (root === null) throw new Error('The page has no element "root".');

const library = await loadLibrary();
const headline = library.entries.find(({ question }) => question !== null)?.question;
if (headline) fillFirstVisit(headline.document, printVariables(headline.variables));
createRoot(root).render(<App library={library} />);
