import { Directive, Field, ID, ObjectType } from "type-graphql";

/** A school as funding knows it; the schools subgraph owns it. */
@ObjectType()
@Directive('@key(fields: "id")')
export class School {
  @Field(() => ID)
  id!: string;
}

export function schoolReference({ id }: School): School {
  return Object.assign(new School(), { id });
}
