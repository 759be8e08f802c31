import {
  Kind,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

/** Size of one selection: levels of fields below it and aliases in it, fragments expanded. */
export interface SelectionSize {
  readonly depth: number;
  readonly aliases: number;
}

/** A `first` or `last` of a document: a number in it, or the name of the variable that will say. */
export interface PageArgument {
  readonly field: string;
  readonly argument: string;
  readonly value: number | { readonly variable: string };
}

/** What a document asks for as far as its text tells. */
export interface DocumentSize {
  readonly sizeOf: (operation: OperationDefinitionNode) => SelectionSize;
  readonly pages: readonly PageArgument[];
  /** Length of the longest list written in the document. */
  readonly longestList: number;
}

const PAGE_ARGUMENTS = new Set(["first", "last"]);
const INTROSPECTION = new Set(["__schema", "__type"]);
const EMPTY: SelectionSize = { depth: 0, aliases: 0 };

function pageValue(value: { readonly kind: Kind }): PageArgument["value"] | undefined {
  const node = value as { kind: Kind; value?: string; name?: { value: string } };
  if (node.kind === Kind.INT) return Number(node.value);
  return node.kind === Kind.VARIABLE ? { variable: node.name?.value ?? "" } : undefined;
}

/** Measures a validated document (validation refuses fragments that contain themselves) in time linear in its text. */
export function measureDocument(document: DocumentNode): DocumentSize {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const fragmentSizes = new Map<string, SelectionSize>();
  const pages: PageArgument[] = [];
  let longestList = 0;

  visit(document, {
    FragmentDefinition: (node) => void fragments.set(node.name.value, node),
    ListValue: (node) => void (longestList = Math.max(longestList, node.values.length)),
    Field: (node) => {
      for (const { name, value } of node.arguments ?? []) {
        const page = PAGE_ARGUMENTS.has(name.value) ? pageValue(value) : undefined;
        if (page !== undefined) pages.push({ field: node.name.value, argument: name.value, value: page });
      }
    },
  });

  const fragmentSize = (name: string): SelectionSize => {
    const known = fragmentSizes.get(name);
    if (known !== undefined) return known;
    const size = selectionSize(fragments.get(name)?.selectionSet);
    fragmentSizes.set(name, size);
    return size;
  };

  const selectionSize = (selectionSet: SelectionSetNode | undefined): SelectionSize => {
    let { depth, aliases } = EMPTY;
    for (const node of selectionSet?.selections ?? []) {
      if (node.kind === Kind.FIELD && INTROSPECTION.has(node.name.value)) continue;
      const inner =
        node.kind === Kind.FRAGMENT_SPREAD ? fragmentSize(node.name.value) : selectionSize(node.selectionSet);
      depth = Math.max(depth, inner.depth + (node.kind === Kind.FIELD ? 1 : 0));
      aliases += inner.aliases + (node.kind === Kind.FIELD && node.alias !== undefined ? 1 : 0);
    }
    return { depth, aliases };
  };

  const operationSizes = new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
      .map((operation) => [operation, selectionSize(operation.selectionSet)]),
  );
  return { sizeOf: (operation) => operationSizes.get(operation) ?? EMPTY, pages, longestList };
}
