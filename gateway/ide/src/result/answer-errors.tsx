import type { AnswerError } from "../answer/use-answer";
import { useTexts } from "../language/language-context";

const mostErrors = 5;

/** The errors of an answer: the sentence, the field it cost, and the code. */
export function AnswerErrors({ errors }: { readonly errors: readonly AnswerError[] }) {
  const { text } = useTexts();
  if (errors.length === 0) return null;
  return (
    <div className="hub-errors" role="alert">
      <strong>{text.errors(errors.length)}</strong>
      <ul>
        {errors.slice(0, mostErrors).map((error, index) => (
          <li key={index}>
            {error.message}
            <code>{[error.code, error.path].filter(Boolean).join(" · ")}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
