import { Directive, Field, Int, ObjectType } from "type-graphql";
import { Origin } from "../enums/origin.enum.js";

/** The columns every record carries. */
export interface ProvenanceRow {
  readonly origin: string;
  readonly document?: string | null;
  readonly documentLine?: number | null;
}

/** Where a record comes from: the same value type in every subgraph. */
@ObjectType({ description: "Where a record comes from: document and line, or made up. 记录出处：文件及行号，或合成。" })
@Directive("@shareable")
export class Provenance {
  @Field(() => Origin, { description: "Stated, from an official list, or synthetic. 来源性质。" })
  origin!: Origin;

  @Field(() => String, { nullable: true, description: "File name of the document. 文件名。" })
  document!: string | null;

  @Field(() => Int, { nullable: true, description: "Line of the document. 行号。" })
  line!: number | null;
}

/** The provenance of a row. */
export function provenanceOf({ origin, document = null, documentLine = null }: ProvenanceRow): Provenance {
  return Object.assign(new Provenance(), { origin: origin as Origin, document, line: documentLine });
}
