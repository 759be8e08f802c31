import { StarFilledIcon } from "@graphiql/react";
import type { LibraryEntry } from "@hub/schema";
import { useEffect, useRef } from "react";
import { useTexts } from "../language/language-context";
import { QuestionCard } from "./question-card";
import type { QuestionTab } from "./use-question-tab";

/** One question of the catalogue: a line to click, and its card while its tab is in front. */
export function LibraryItem({ entry, tab }: { readonly entry: LibraryEntry; readonly tab: QuestionTab }) {
  const { language, text } = useTexts();
  const { number, star, title, question } = entry;
  const isOpen = question !== null && tab.activeName === question.name;
  const item = useRef<HTMLLIElement>(null);
  // Another card closing above would otherwise carry the opened one out of sight.
  useEffect(() => {
    if (isOpen) item.current?.scrollIntoView({ block: "nearest" });
  }, [isOpen]);
  return (
    <li ref={item} className={isOpen ? "hub-item hub-open" : "hub-item"}>
      <button
        type="button"
        disabled={question === null}
        aria-expanded={isOpen}
        title={question === null ? text.notYet : question.name}
        onClick={() => question !== null && tab.open(question)}
      >
        <span className="hub-number">{number}</span>
        <span className="hub-titles">
          <span lang={language}>{title[language]}</span>
          <small lang={language === "en" ? "zh" : "en"}>{language === "en" ? title.zh : title.en}</small>
        </span>
        {star && <StarFilledIcon className="hub-star" aria-label={text.starred} />}
      </button>
      {isOpen && <QuestionCard entry={entry} question={question} tab={tab} />}
    </li>
  );
}
