import { useGraphiQL } from "@graphiql/react";
import { useAnswer } from "../answer/use-answer";
import { useTexts } from "../language/language-context";
import { AnswerBody } from "./answer-body";

/** How an answer can be looked at. */
export const resultViews = ["table", "chart", "json"] as const;

/** One way to look at an answer; `json` leaves the place to the editor's own view. */
export type ResultView = (typeof resultViews)[number];

interface Props {
  readonly view: ResultView;
  readonly onView: (view: ResultView) => void;
}

/** The head of the answer, with its three views, and the table or chart below it. */
export function ResultPanel({ view, onView }: Props) {
  const { text } = useTexts();
  const answer = useAnswer();
  const tabId = useGraphiQL((state) => state.tabs[state.activeTabIndex]?.id);
  const isFetching = useGraphiQL((state) => state.isFetching);
  return (
    <section className="hub-result" data-view={view}>
      <div className="hub-views" role="tablist">
        {resultViews.map((name) => (
          <button key={name} type="button" role="tab" aria-selected={view === name} onClick={() => onView(name)}>
            {text[name]}
          </button>
        ))}
      </div>
      {view !== "json" && answer === null && !isFetching && <p className="hub-note">{text.noAnswer}</p>}
      {view !== "json" && answer !== null && <AnswerBody key={tabId} answer={answer} view={view} />}
    </section>
  );
}
