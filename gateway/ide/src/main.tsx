import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import "@graphiql/plugin-explorer/style.css";
import "./styles/hub.css";
import { createRoot } from "react-dom/client";
import { App } from "./app";
import { loadLibrary } from "./library/load-library";

const root = document.getElementById("root");
if (root === null) throw new Error('The page has no element "root".');
createRoot(root).render(<App library={await loadLibrary()} />);
