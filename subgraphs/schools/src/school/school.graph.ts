import { checkedYear, halfWidth, type Loaded } from "@hub/kit";
import { CodeValue, DateScalar, ForAll, HubError, Provenance, badArgument, provenanceOf } from "@hub/schema";
import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from "type-graphql";
import { Authority } from "../authority/authority.graph.js";
import type { AuthorityRow } from "../authority/authority.store.js";
import type { SchoolsContext } from "../context.js";
import { Township } from "../division/division.graph.js";
import type { DivisionRow } from "../division/division.store.js";
import { SchoolProfile } from "../school-profile/school-profile.graph.js";
import { schoolType } from "./school-type-codes.js";
import type {
  CodeRow,
  EventRow,
  IdentifierRow,
  MembershipRow,
  NameRow,
  StatementRow,
  SuccessionRow,
} from "./school-history.store.js";
import type { SchoolRow } from "./school.store.js";
import { School, SchoolEvent, SchoolIdentifier, SchoolName, SchoolStatement } from "./school.types.js";

type Many<Row> = Loaded<readonly Row[] | null>;

/** The most codes one request may look up. */
const MAX_CODES = 1000;

@ObjectType({ description: "A school before or after another. 前身或后继学校。" })
export class SchoolSuccession {
  @Field(() => String, { description: "MERGED, SPLIT or RENAMED. 变更类型。" })
  kind!: string;

  @Field(() => DateScalar, { description: "The day it took effect. 生效日期。" })
  date!: string;
}

@Resolver(() => School)
export class SchoolResolver {
  @Query(() => School, {
    nullable: true,
    description:
      "A school by the hub's id, or by any code it bears or bore; null when unknown. 按编号或任一现用、曾用代码查学校。",
  })
  school(
    @Arg("id", () => ID, { nullable: true, description: "The hub's id. 枢纽编号。" }) id: string | null,
    @Arg("code", () => String, { nullable: true, description: "Any identifier. 任一标识码。" }) code: string | null,
    @Ctx() { loaders }: SchoolsContext,
  ): Promise<SchoolRow | null> {
    if ((id ?? null) !== null && (code ?? null) !== null)
      throw badArgument("code", code, 'either "id" or "code", not both');
    if (id) return loaders.school.load(id);
    if (code) return loaders.schoolByCode.load(halfWidth(code).toUpperCase());
    throw badArgument("id", id ?? undefined, 'an "id" or a "code"');
  }

  @Query(() => [School], {
    nullable: "items",
    description: `Schools by code, in the order asked, null where unknown; at most ${MAX_CODES}. 按代码批量查学校，保持顺序。`,
  })
  schoolsByCodes(
    @Arg("codes", () => [String], { description: "Any identifiers. 标识码。" }) codes: string[],
    @Ctx() { loaders }: SchoolsContext,
  ): Promise<readonly (SchoolRow | null)[]> {
    if (codes.length > MAX_CODES) {
      const message = `Argument "codes": found ${codes.length} codes; expected at most ${MAX_CODES}.`;
      throw new HubError("PAGE_LIMIT_EXCEEDED", message, { argument: "codes", found: codes.length, limit: MAX_CODES });
    }
    return Promise.all(codes.map((code) => loaders.schoolByCode.load(halfWidth(code).toUpperCase())));
  }

  @FieldResolver(() => CodeValue, { description: "Type of school, GB/T 33782. 办学类型。" })
  type(@Root() { typeCode }: SchoolRow): CodeValue {
    return schoolType(typeCode);
  }

  @ForAll()
  @FieldResolver(() => String, {
    nullable: true,
    description: "Ministry code valid today, else the last one. 现用（或最后）学校标识码。",
  })
  code(@Root() schools: readonly School[], @Ctx() { loaders }: SchoolsContext): Promise<Loaded<string | null>> {
    return loaders.history.codes.forAll(schools, idOf, currentCode);
  }

  @ForAll()
  @FieldResolver(() => [SchoolIdentifier], { description: "All identifiers, old ones too. 全部标识码（含曾用）。" })
  identifiers(@Root() schools: readonly School[], @Ctx() { loaders }: SchoolsContext): Promise<Many<IdentifierRow>> {
    return loaders.history.identifiers.forAll(schools, idOf);
  }

  @ForAll()
  @FieldResolver(() => [SchoolName], { description: "All names: official, former, alias. 全部名称。" })
  names(@Root() schools: readonly School[], @Ctx() { loaders }: SchoolsContext): Promise<Many<NameRow>> {
    return loaders.history.names.forAll(schools, idOf);
  }

  @ForAll()
  @FieldResolver(() => Township, {
    nullable: true,
    description:
      "The township it lies in on a day (default today, or its last day); null when only the county is known. 某日所在乡镇。",
  })
  async township(
    @Root() schools: readonly School[],
    @Arg("on", () => DateScalar, { nullable: true, description: "The day. 日期。" }) on: string | null,
    @Ctx() { loaders }: SchoolsContext,
  ): Promise<Loaded<DivisionRow | null>> {
    const links = await loaders.history.divisions.forAll(schools, idOf, (rows) => membershipOn(rows, on));
    return loaders.township.forAll(links, (link) => (link?.level === "TOWNSHIP" ? link.areaCode : null));
  }

  @ForAll()
  @FieldResolver(() => Authority, {
    nullable: true,
    description: "The authority it answers to on a day. 某日的主管部门。",
  })
  async authority(
    @Root() schools: readonly School[],
    @Arg("on", () => DateScalar, { nullable: true, description: "The day. 日期。" }) on: string | null,
    @Ctx() { loaders }: SchoolsContext,
  ): Promise<Loaded<AuthorityRow | null>> {
    const links = await loaders.history.authorities.forAll(schools, idOf, (rows) => membershipOn(rows, on));
    return loaders.authority.forAll(links, (link) => link?.areaCode ?? null);
  }

  @ForAll()
  @FieldResolver(() => School, { nullable: true, description: "The school a teaching point belongs to. 所属中心校。" })
  parent(@Root() schools: readonly SchoolRow[], @Ctx() { loaders }: SchoolsContext): Promise<Loaded<SchoolRow | null>> {
    return loaders.school.forAll(schools, ({ parentSchoolId }) => parentSchoolId);
  }

  @ForAll()
  @FieldResolver(() => [SchoolSuccession], { description: "Schools that followed it. 后继学校。" })
  successors(@Root() schools: readonly School[], @Ctx() { loaders }: SchoolsContext): Promise<Many<SuccessionRow>> {
    return loaders.history.successors.forAll(schools, idOf);
  }

  @ForAll()
  @FieldResolver(() => [SchoolSuccession], { description: "Schools it follows. 前身学校。" })
  predecessors(@Root() schools: readonly School[], @Ctx() { loaders }: SchoolsContext): Promise<Many<SuccessionRow>> {
    return loaders.history.predecessors.forAll(schools, idOf);
  }

  @ForAll()
  @FieldResolver(() => [SchoolStatement], { description: "What the county's documents say of it. 文件表述。" })
  statements(@Root() schools: readonly School[], @Ctx() { loaders }: SchoolsContext): Promise<Many<StatementRow>> {
    return loaders.history.statements.forAll(schools, idOf);
  }

  @ForAll()
  @FieldResolver(() => [SchoolEvent], {
    description: "Awards, certifications and the like, oldest first. 荣誉与认定等。",
  })
  events(@Root() schools: readonly School[], @Ctx() { loaders }: SchoolsContext): Promise<Many<EventRow>> {
    return loaders.history.events.forAll(schools, idOf);
  }

  @FieldResolver(() => SchoolProfile, { description: "The school in one academic year. 年度概况。" })
  profile(
    @Root() { id }: School,
    @Arg("year", () => Int, { description: "First year of the academic year. 学年起始年。" }) year: number,
  ): SchoolProfile {
    return Object.assign(new SchoolProfile(), { schoolId: id, year: checkedYear("year", year) });
  }

  @FieldResolver(() => Provenance, { description: "Where the record comes from. 出处。" })
  provenance(@Root() school: SchoolRow): Provenance {
    return provenanceOf(school);
  }
}

@Resolver(() => SchoolSuccession)
export class SchoolSuccessionResolver {
  @ForAll()
  @FieldResolver(() => School, { nullable: true, description: "The other school. 另一所学校。" })
  school(
    @Root() successions: readonly SuccessionRow[],
    @Ctx() { loaders }: SchoolsContext,
  ): Promise<Loaded<SchoolRow | null>> {
    return loaders.school.forAll(successions, ({ otherId }) => otherId);
  }
}

const idOf = ({ id }: School) => id;

/** The membership valid on a day; without a day the one in force now, else the last there was. */
function membershipOn(rows: readonly MembershipRow[], on: string | null | undefined): MembershipRow | undefined {
  if (on) return rows.find((row) => row.validFrom <= on && (row.validTo === null || row.validTo > on));
  return rows.find((row) => row.validTo === null) ?? rows.at(-1);
}

/** The ministry code in force, else the last there was. */
function currentCode(codes: readonly CodeRow[]): string | null {
  return (codes.find((row) => row.validTo === null) ?? codes.at(-1))?.value ?? null;
}

export function schoolReference({ id }: School, { loaders }: SchoolsContext): Promise<SchoolRow | null> {
  return loaders.school.load(id);
}
