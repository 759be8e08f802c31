import { PlayIcon } from "@graphiql/react";
import type { LibraryEntry, Question } from "@hub/schema";
import { useTexts } from "../language/language-context";
import { roleName, systemNames } from "../language/texts";
import type { QuestionTab } from "./use-question-tab";
import { VariablesForm } from "./variables-form";

interface Props {
  readonly entry: LibraryEntry;
  readonly question: Question;
  readonly tab: QuestionTab;
}

/** An open question: what it answers, its variables, and the button that asks it. */
export function QuestionCard({ entry, question, tab }: Props) {
  const { language, text } = useTexts();
  const systems = entry.crosses.map((system) => systemNames[language][system] ?? system);
  const roles = question.asks.map((role) => roleName(role, language));
  const comma = language === "zh" ? "、" : ", ";
  return (
    <div className="hub-card">
      <VariablesForm question={question} tab={tab} />
      <div className="hub-card-buttons">
        <button type="button" className="hub-button hub-primary" onClick={tab.run}>
          <PlayIcon aria-hidden="true" /> {text.run}
        </button>
        <button type="button" className="hub-button" onClick={() => tab.restore(question)}>
          {text.restore}
        </button>
      </div>
      <p>{question.explanation[language]}</p>
      <p className="hub-card-facts">
        {text.asks}
        {roles.join(comma)} · {text.crosses}
        {systems.join(comma)}
      </p>
    </div>
  );
}
