import { DataVersion } from "@hub/kit";
import { Ctx, Directive, Field, FieldResolver, ID, ObjectType, Query, Resolver } from "type-graphql";
import type { SchoolsContext } from "../context.js";

/** Every owner adds its own field; the key only lets the gateway reach them. */
@ObjectType({ description: "The newest version of every owner's data. 各系统数据版本。" })
@Directive('@key(fields: "id")')
export class DataVersions {
  @Field(() => ID, { description: "Always CURRENT. 固定值。" })
  id!: string;
}

@Resolver(() => DataVersions)
export class DataVersionsResolver {
  @Query(() => DataVersions, {
    description: "Versions of the owners' data now; the change feed starts from them. 当前数据版本。",
  })
  dataVersions(): DataVersions {
    return Object.assign(new DataVersions(), { id: "CURRENT" });
  }

  @FieldResolver(() => DataVersion, { nullable: true, description: "Versions of the school register. 学籍登记版本。" })
  schools(@Ctx() { stores }: SchoolsContext): Promise<DataVersion> {
    return stores.dataVersion.current();
  }
}

export function dataVersionsReference({ id }: DataVersions): DataVersions {
  return Object.assign(new DataVersions(), { id });
}
