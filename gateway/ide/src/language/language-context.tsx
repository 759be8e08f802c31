import { createContext, use } from "react";
import { texts, type Language, type Texts } from "./texts";

/** The language in force for the hub's own strings. */
export const LanguageContext = createContext<Language>("en");

/** The language and its strings. */
export function useTexts(): { readonly language: Language; readonly text: Texts } {
  const language = use(LanguageContext);
  return { language, text: texts[language] };
}

/** The first language of the browser that the hub speaks. */
export function browserLanguage(): Language {
  return navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
}
