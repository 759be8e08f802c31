import { GraphQLScalarType } from "graphql";

function opaque(name: string, description: string): GraphQLScalarType {
  return new GraphQLScalarType({ name, description, serialize: (value) => value, parseValue: (value) => value });
}

/** Facts of an area's schools by column, between subgraphs only. Shape: FactTable. */
export const FactTableScalar = opaque("FactTable", "Facts of an area's schools by column; internal to the hub.");

/** Measures an owner took for a published figure, between subgraphs only. Shape: MeasureSet. */
export const MeasureSetScalar = opaque(
  "MeasureSet",
  "Measures an owner took for a published figure; internal to the hub.",
);

/** Names of an area's schools by column, between subgraphs only. Shape: NameTable. */
export const NameTableScalar = opaque("NameTable", "Names of an area's schools by column; internal to the hub.");

/** Payments to an area's schools by column, between subgraphs only. Shape: PaymentTable. */
export const PaymentTableScalar = opaque(
  "PaymentTable",
  "Payments to an area's schools by column; internal to the hub.",
);

/** Overdue tasks of an area's schools by column, between subgraphs only. Shape: TaskTable. */
export const TaskTableScalar = opaque(
  "TaskTable",
  "Overdue tasks of an area's schools by column; internal to the hub.",
);
