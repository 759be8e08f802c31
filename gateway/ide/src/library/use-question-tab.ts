import { pick, useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import type { Json, Question } from "@hub/schema";
import { Kind, parse } from "graphql";
import { printVariables } from "./print-variables";

/** How a question meets the editor's tabs. */
export interface QuestionTab {
  /** Name of the operation in the active tab. */
  readonly activeName: string | null;
  /** Text of the variables in the active tab. */
  readonly activeVariables: string;
  /** Goes to the question's tab, or opens one; an empty tab is used rather than a new one. */
  readonly open: (question: Question) => void;
  /** Puts the question as the library has it into the active tab. */
  readonly restore: (question: Question) => void;
  readonly setVariables: (variables: { readonly [name: string]: Json }) => void;
  readonly run: () => void;
}

/** Connects the library with the editor's tabs. */
export function useQuestionTab(): QuestionTab {
  const { addTab, changeTab, run, setOperationFacts, updateActiveTabValues } = useGraphiQLActions();
  const { tabs, activeTabIndex, queryEditor, variableEditor } = useGraphiQL(
    pick("tabs", "activeTabIndex", "queryEditor", "variableEditor"),
  );
  const active = tabs[activeTabIndex];

  /** The editor learns the operation's name a moment after its text; a run right away would send the old name. */
  function announce(query: string, operationName: string): void {
    const documentAST = parse(query);
    const operations = documentAST.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
    setOperationFacts({ documentAST, operationName, operations });
  }

  function setVariables(values: { readonly [name: string]: Json }): void {
    const variables = printVariables(values);
    variableEditor?.setValue(variables);
    updateActiveTabValues({ variables });
  }

  function restore({ document, name, variables }: Question): void {
    queryEditor?.setValue(document);
    setVariables(variables);
    updateActiveTabValues({ query: document, operationName: name });
    announce(document, name);
  }

  function open(question: Question): void {
    const index = tabs.findIndex(({ operationName }) => operationName === question.name);
    if (index === activeTabIndex) return;
    if (index !== -1) {
      changeTab(index);
      announce(question.document, question.name);
      return;
    }
    if ((active?.query ?? "").trim() !== "") addTab();
    restore(question);
  }

  return {
    activeName: active?.operationName ?? null,
    activeVariables: active?.variables ?? "",
    open,
    restore,
    setVariables,
    run,
  };
}
