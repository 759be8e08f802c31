/**
 * A count or sum an owner takes over its records, by county, period and dimensions.
 *
 * `sql` selects `county_code text, year_from int, year_to int, value numeric` and one text column per dimension,
 * already grouped; it reads only this owner's database and takes no parameters.
 */
export interface MeasureDefinition {
  readonly name: string;
  readonly unit: "persons" | "person_times" | "schools" | "items" | "yuan" | "m2" | "pieces" | "value";
  readonly dimensions: readonly string[];
  readonly sql: string;
}
