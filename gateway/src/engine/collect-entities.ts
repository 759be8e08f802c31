import { getOwn, isObject, isPlainKey, setOwn, type Data } from "./data.js";

/** Where entities stand in the data. */
export class EntityPositions {
  readonly entities: Data[] = [];
  readonly #holders: (Data | unknown[])[] = [];
  readonly #slots: (string | number)[] = [];

  add(entity: Data, holder: Data | unknown[], slot: string | number): void {
    this.entities.push(entity);
    this.#holders.push(holder);
    this.#slots.push(slot);
  }

  /** Puts an equal object in the place of the entity at `index`: from here on both places show one. */
  replace(index: number, entity: Data): void {
    this.entities[index] = entity;
    const holder = this.#holders[index] as Data | unknown[];
    const slot = this.#slots[index] as string | number;
    if (Array.isArray(holder)) {
      holder[slot as number] = entity;
    } else {
      setOwn(holder, slot as string, entity);
    }
  }
}

function collectFrom(
  value: unknown,
  holder: Data | unknown[],
  slot: string | number,
  path: readonly string[],
  from: number,
  into: EntityPositions,
): void {
  if (Array.isArray(value)) {
    const next = path[from] === "@" ? from + 1 : from;
    for (let index = 0; index < value.length; index++) {
      collectFrom(value[index], value, index, path, next, into);
    }
  } else if (isObject(value)) {
    const key = path[from];
    if (key === undefined) {
      into.add(value, holder, slot);
    } else if (key !== "@") {
      collectFrom(isPlainKey(key) ? value[key] : getOwn(value, key), value, key, path, from + 1, into);
    }
  }
}

/** Entities found before, to be asked about again: each once, wherever it stands, so that none can be replaced. */
export function knownEntities(entities: readonly Data[]): EntityPositions {
  const positions = new EntityPositions();
  entities.forEach((entity) => positions.add(entity, [], 0));
  return positions;
}

/** Finds the objects at `path` below the root, each as often as it stands there. */
export function collectEntities(root: Data, path: readonly string[]): EntityPositions {
  const positions = new EntityPositions();
  collectFrom(root, [root], 0, path, 0, positions);
  return positions;
}
