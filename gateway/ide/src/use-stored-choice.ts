import { useState } from "react";

/** A choice that this browser remembers; a value that is no longer on offer falls back. */
export function useStoredChoice<Choice extends string>(
  key: string,
  choices: readonly Choice[],
  fallback: Choice,
): readonly [Choice, (choice: Choice) => void] {
  const [choice, setChoice] = useState<Choice>(() => {
    const stored = localStorage.getItem(key);
    return choices.find((offered) => offered === stored) ?? fallback;
  });
  const choose = (next: Choice): void => {
    localStorage.setItem(key, next);
    setChoice(next);
  };
  return [choice, choose];
}
