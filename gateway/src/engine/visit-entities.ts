import { getOwn, setOwn, type Data } from "./data.js";

/** What holds an entity: an object under a key, or a list at an index. */
export type Holder = Data | unknown[];

/** Told of every entity at a path, as often as it stands there. */
export interface EntityVisitor {
  meet(entity: Data, holder: Holder, slot: string | number): void;
}

/** Puts an equal object in the place of an entity: from here on both places show one. */
export function replaceEntity(holder: Holder, slot: string | number, entity: Data): void {
  if (Array.isArray(holder)) {
    holder[slot as number] = entity;
  } else {
    setOwn(holder, slot as string, entity);
  }
}

function visitFrom(
  value: unknown,
  holder: Holder,
  slot: string | number,
  path: readonly string[],
  from: number,
  visitor: EntityVisitor,
): void {
  if (typeof value !== "object" || value === null) {
    return;
  }
  if (Array.isArray(value)) {
    const next = path[from] === "@" ? from + 1 : from;
    for (let index = 0; index < value.length; index++) {
      visitFrom(value[index], value, index, path, next, visitor);
    }
    return;
  }
  const key = path[from];
  if (key === undefined) {
    visitor.meet(value as Data, holder, slot);
  } else if (key !== "@") {
    visitFrom(getOwn(value as Data, key), value as Data, key, path, from + 1, visitor);
  }
}

/** Visits the objects at `path` below the root. */
export function visitEntities(root: Data, path: readonly string[], visitor: EntityVisitor): void {
  visitFrom(root, [root], 0, path, 0, visitor);
}
