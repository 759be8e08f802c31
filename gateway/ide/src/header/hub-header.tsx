import { useTexts } from "../language/language-context";
import type { Language } from "../language/texts";

interface Props {
  readonly onLanguage: (language: Language) => void;
  readonly onHowTo: () => void;
}

const languages = [
  { language: "en", name: "EN" },
  { language: "zh", name: "中文" },
] as const;

/** The line at the top: what this is, how to use it, and in which language. */
export function HubHeader({ onLanguage, onHowTo }: Props) {
  const { language, text } = useTexts();
  return (
    <header className="hub-header">
      <img src="./favicon.svg" alt="" width="26" height="26" />
      <h1>{text.hub}</h1>
      <p>{text.tagline}</p>
      <button type="button" className="hub-button" onClick={onHowTo}>
        {text.howTo}
      </button>
      <div className="hub-languages" role="group" aria-label={text.language}>
        {languages.map((choice) => (
          <button
            key={choice.language}
            type="button"
            lang={choice.language}
            aria-pressed={language === choice.language}
            onClick={() => onLanguage(choice.language)}
          >
            {choice.name}
          </button>
        ))}
      </div>
    </header>
  );
}
