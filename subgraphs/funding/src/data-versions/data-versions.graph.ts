import { DataVersion } from "@hub/kit";
import { Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver } from "type-graphql";
import type { FundingContext } from "../context.js";

/** Every owner adds its own field. */
@ObjectType()
@Directive('@key(fields: "id")')
export class DataVersions {
  @Field(() => ID)
  id!: string;
}

@Resolver(() => DataVersions)
export class DataVersionsResolver {
  @FieldResolver(() => DataVersion, {
    nullable: true,
    description: "Versions of the funding records. 经费数据版本。",
  })
  funding(@Ctx() { stores }: FundingContext): Promise<DataVersion> {
    return stores.dataVersion.current();
  }
}

export function dataVersionsReference({ id }: DataVersions): DataVersions {
  return Object.assign(new DataVersions(), { id });
}
