import { useGraphiQL } from "@graphiql/react";
import type { Json, Question } from "@hub/schema";
import { useId, useMemo } from "react";
import { useTexts } from "../language/language-context";
import type { QuestionTab } from "./use-question-tab";
import { variableFields, variableValue, type VariableField } from "./variable-fields";

function parseVariables(text: string): { readonly [name: string]: Json } | null {
  try {
    const value: unknown = JSON.parse(text === "" ? "{}" : text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

interface InputProps {
  readonly id: string;
  readonly field: VariableField;
  readonly value: Json | undefined;
  readonly onChange: (typed: string) => void;
}

function VariableInput({ id, field, value, onChange }: InputProps) {
  const { language, text } = useTexts();
  const typed = value === undefined || value === null ? "" : String(value);
  if (field.options.length === 0) {
    return <input id={id} value={typed} required={field.required} onChange={(event) => onChange(event.target.value)} />;
  }
  return (
    <select id={id} value={typed} onChange={(event) => onChange(event.target.value)}>
      {!field.required && <option value="">{text.anyValue}</option>}
      {field.options.map((option) => (
        <option key={option.value} value={option.value}>
          {language === "zh" && option.zh !== null ? `${option.zh} (${option.value})` : option.value}
        </option>
      ))}
    </select>
  );
}

/** The variables of a question as inputs; what they hold is the text of the variables editor. */
export function VariablesForm({ question, tab }: { readonly question: Question; readonly tab: QuestionTab }) {
  const prefix = useId();
  const schema = useGraphiQL((state) => state.schema ?? null);
  const fields = useMemo(() => variableFields(question.document, schema), [question.document, schema]);
  const values = parseVariables(tab.activeVariables);
  // Text that is no JSON is being edited by hand: the form stands back.
  if (values === null) return null;

  function change(field: VariableField, typed: string): void {
    const { [field.name]: _, ...others } = values ?? {};
    const value = variableValue(typed, field.type);
    tab.setVariables(value === null ? others : { ...others, [field.name]: value });
  }

  return (
    <div className="hub-variables">
      {fields
        .filter(({ type }) => type !== null)
        .map((field) => (
          <label key={field.name} htmlFor={prefix + field.name}>
            <span>{field.name}</span>
            <VariableInput
              id={prefix + field.name}
              field={field}
              value={values[field.name]}
              onChange={(typed) => change(field, typed)}
            />
          </label>
        ))}
    </div>
  );
}
