import { explorerPlugin } from "@graphiql/plugin-explorer";
import { GraphiQL, HISTORY_PLUGIN } from "graphiql";
import { hubFetcher } from "./answer/hub-fetcher";
import { editorStorage } from "./editor-storage";
import { HubHeader } from "./header/hub-header";
import { Welcome } from "./header/welcome";
import { browserLanguage, LanguageContext } from "./language/language-context";
import { LibraryContext } from "./library/library-context";
import { libraryPlugin } from "./library/library-plugin";
import type { LoadedLibrary } from "./library/load-library";
import { ResultPanel, resultViews } from "./result/result-panel";
import { useStoredChoice } from "./use-stored-choice";

const plugins = [libraryPlugin, explorerPlugin(), HISTORY_PLUGIN];

/** The whole page: the hub's header, and the editor with the library on its left and the answer on its right. */
export function App({ library }: { readonly library: LoadedLibrary }) {
  const [language, setLanguage] = useStoredChoice("hub:language", ["en", "zh"], browserLanguage());
  const [welcome, setWelcome] = useStoredChoice("hub:welcome", ["open", "closed"], "open");
  const [view, setView] = useStoredChoice("hub:view", resultViews, "table");
  return (
    <LanguageContext value={language}>
      <LibraryContext value={library}>
        <div className="hub" lang={language}>
          <HubHeader onLanguage={setLanguage} onHowTo={() => setWelcome(welcome === "open" ? "closed" : "open")} />
          {welcome === "open" && <Welcome onClose={() => setWelcome("closed")} />}
          <main className="hub-main">
            <GraphiQL
              className={view === "json" ? "hub-shows-json" : "hub-shows-table"}
              defaultQuery=""
              defaultEditorToolsVisibility="variables"
              fetcher={hubFetcher}
              plugins={plugins}
              shouldPersistHeaders={false}
              storage={editorStorage}
              visiblePlugin={libraryPlugin.title}
            >
              <GraphiQL.Logo>
                <span />
              </GraphiQL.Logo>
              <GraphiQL.Footer>
                <ResultPanel view={view} onView={setView} />
              </GraphiQL.Footer>
            </GraphiQL>
          </main>
        </div>
      </LibraryContext>
    </LanguageContext>
  );
}
