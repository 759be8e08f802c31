import { use, useState } from "react";
import { useTexts } from "../language/language-context";
import { useStoredChoice } from "../use-stored-choice";
import { filterEntries, libraryParts } from "./filter-entries";
import { LibraryContext } from "./library-context";
import { LibraryItem } from "./library-item";
import { useQuestionTab } from "./use-question-tab";

/** The catalogue of questions with a filter; those with a document open at a click. */
export function LibraryPanel() {
  const { text } = useTexts();
  const { entries, failure } = use(LibraryContext);
  const [filter, setFilter] = useState("");
  const [part, setPart] = useStoredChoice("hub:library-part", libraryParts, "all");
  const tab = useQuestionTab();
  const shown = filterEntries(entries, part, filter);
  return (
    <section className="hub-library" aria-label={text.library}>
      <h2>{text.library}</h2>
      <input
        type="search"
        value={filter}
        placeholder={text.filter}
        aria-label={text.filter}
        onChange={(event) => setFilter(event.target.value)}
      />
      <div className="hub-parts" role="group">
        {libraryParts.map((name) => (
          <button key={name} type="button" aria-pressed={part === name} onClick={() => setPart(name)}>
            {text[name]} <small>{filterEntries(entries, name, filter).length}</small>
          </button>
        ))}
      </div>
      {failure !== null && (
        <p role="alert">
          {text.libraryFailed} {failure}
        </p>
      )}
      {failure === null && shown.length === 0 && <p>{text.noMatch}</p>}
      <ul>
        {shown.map((entry) => (
          <LibraryItem key={entry.number} entry={entry} tab={tab} />
        ))}
      </ul>
    </section>
  );
}
