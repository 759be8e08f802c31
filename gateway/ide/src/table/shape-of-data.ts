import { isRecord, type Shape, type Value } from "./shape";

/** Every value that is not itself a list, however deep the lists. */
const items = (values: readonly Value[]): Value[] =>
  values.flatMap((value) => (Array.isArray(value) ? items(value) : [value]));

function shapeOfValues(key: string, values: readonly Value[]): Shape {
  const single = items(values).filter((value) => value !== null && value !== undefined);
  const records = single.filter(isRecord);
  const keys = new Set(records.flatMap((record) => Object.keys(record)));
  return {
    key,
    list: values.some((value) => Array.isArray(value)),
    numeric: single.length > 0 && single.every((value) => typeof value === "number"),
    description: null,
    fields: [...keys].map((child) =>
      shapeOfValues(
        child,
        records.map((record) => record[child]),
      ),
    ),
  };
}

/** The shape of an answer whose operation is not known: the union of the keys that occur. */
export function shapeOfData(data: Value): readonly Shape[] {
  return shapeOfValues("data", [data]).fields;
}

/** Marks as lists the fields that hold a list in the data; what the operation alone cannot tell. */
export function markLists(shapes: readonly Shape[], data: Value): readonly Shape[] {
  const records = items([data]).filter(isRecord);
  return shapes.map((shape) => {
    const values = records.map((record) => record[shape.key]);
    return {
      ...shape,
      list: shape.list || values.some((value) => Array.isArray(value)),
      fields: markLists(shape.fields, values),
    };
  });
}
