import { buildSubgraphSchema } from "@apollo/subgraph";
import { execute, parse, type GraphQLResolveInfo, type GraphQLSchema } from "graphql";
import {
  Arg,
  Authorized,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Info,
  InputType,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
  UseMiddleware,
  type AuthCheckerFn,
} from "type-graphql";
import { describe, expect, test } from "vitest";
import { createExecutor } from "./executor.js";
import { buildFederatedSchema } from "./federation.js";

@InputType()
class Size {
  @Field(() => Int)
  width!: number;

  area(): number {
    return this.width * this.width;
  }
}

@ObjectType()
@Directive('@key(fields: "id")')
class Thing {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => String, { name: "label", nullable: true })
  title!: string | null;

  @Authorized("keeper")
  @Field(() => String, { nullable: true })
  secret!: string | null;

  @UseMiddleware(async (_data, next) => `(${String(await next())})`)
  @Field(() => String, { nullable: true })
  wrapped!: string | null;

  @Field(() => Int, { nullable: true })
  length(): number {
    return this.id.length;
  }
}

@Resolver(() => Thing)
class ThingResolver {
  @Query(() => Thing, { nullable: true })
  thing(@Arg("id", () => ID) id: string, @Ctx("things") things: Things): unknown {
    return things[id];
  }

  @Query(() => Int)
  area(@Arg("size", () => Size) size: Size): number {
    return size.area();
  }

  @FieldResolver(() => String, { nullable: true })
  about(
    @Root() { id }: Thing,
    @Arg("times", () => Int, { defaultValue: 2 }) times: number,
    @Root("name") name: string | null,
    @Info() info: GraphQLResolveInfo,
  ): string {
    return [id, times, name, info.fieldName].join();
  }

  @Authorized("keeper")
  @FieldResolver(() => String, { nullable: true })
  value(@Root() { id }: Thing): string {
    return `value of ${id}`;
  }
}

type Things = Readonly<Record<string, unknown>>;
type Context = { readonly things: Things; readonly roles: readonly string[] };

const authChecker: AuthCheckerFn<Context, string> = ({ context }, roles) =>
  roles.some((role) => context.roles.includes(role));

const things = (): Things => ({
  a: { id: "a", name: "A", title: "The A", secret: "s", wrapped: "w" },
  later: Promise.resolve({ id: "later", name: null, __typename: "Thing" }),
  frozen: Object.freeze({ id: "frozen" }),
  other: { id: "other", __typename: "Other" },
  error: new Error("an Error"),
  rejected: rejected(),
  text: "text",
});

/** A promise nobody may ask for. */
function rejected(): Promise<never> {
  const promise = Promise.reject(new Error("rejected"));
  promise.catch(() => undefined);
  return promise;
}

function byReference({ id }: { readonly id: string }, context: Context): unknown {
  if (id === "thrown") throw new Error("thrown");
  return context.things[id] ?? null;
}

async function build() {
  const options = { resolvers: [ThingResolver] as const, orphanedTypes: [Thing], authChecker };
  return buildFederatedSchema<Context>(options as never, { Thing: byReference as never });
}

const { schema, sdl } = await build();
const ask = (query: string, roles: readonly string[] = [], variables: Readonly<Record<string, unknown>> = {}) =>
  createExecutor(schema, () => undefined)({ query, variables }, { things: things(), roles });

describe("fields of a federated schema", () => {
  test("plain ones have no resolver, others keep theirs", () => {
    const fields = (
      schema.getType("Thing") as unknown as { getFields(): Record<string, { resolve?: unknown }> }
    ).getFields();
    const plain = Object.keys(fields).filter((name) => fields[name]?.resolve === undefined);
    expect(plain).toEqual(["id", "name"]);
  });

  test("are read as their class and resolver say", async () => {
    const { data, errors } = await ask(
      '{ thing(id: "a") { id name label wrapped length about more: about(times: 3) } area(size: { width: 3 }) }',
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      thing: {
        id: "a",
        name: "A",
        label: "The A",
        wrapped: "(w)",
        length: 1,
        about: "a,2,A,about",
        more: "a,3,A,about",
      },
      area: 9,
    });
  });

  test("are refused without the role, property or resolver", async () => {
    const query = '{ thing(id: "a") { id secret value } }';
    const refused = await ask(query);
    expect(refused.data).toEqual({ thing: { id: "a", secret: null, value: null } });
    expect(refused.errors?.map(({ path }) => path?.join("."))).toEqual(["thing.secret", "thing.value"]);
    const { data } = await ask(query, ["keeper"]);
    expect(data).toEqual({ thing: { id: "a", secret: "s", value: "value of a" } });
  });
});

describe("entities", () => {
  const query = "query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Thing { id name } } }";
  const stock = buildSubgraphSchema([
    {
      typeDefs: parse(sdl),
      resolvers: {
        Thing: {
          __resolveReference: async (...given: Parameters<typeof byReference>) => byReference(...given),
        } as never,
      },
    },
  ]);
  const run = async (by: GraphQLSchema, representations: readonly unknown[]) => {
    const context = { things: things(), roles: [] };
    const result = await execute({
      schema: by,
      document: parse(query),
      variableValues: { r: representations },
      contextValue: context,
    });
    // Which of two entities fails first is nobody's promise.
    const errors = result.errors?.map((error) => JSON.stringify(error)).toSorted();
    return JSON.stringify({ data: result.data, errors }).replaceAll('\\"', '"');
  };
  const ids = [...Object.keys(things()), "thrown", "none"];

  test("are what @apollo/subgraph gives, one bad one spoils itself alone", async () => {
    const representations = ids.map((id) => ({ __typename: "Thing", id }));
    const found = await run(schema, representations);
    expect(found).toBe(await run(stock, representations));
    expect(found).toContain('{"__typename":"Thing","id":"a","name":"A"}');
    expect(found).toContain('"message":"thrown"');
  });

  test.each([[{ __typename: "Nobody" }], [{ __typename: "_Entity" }], [{}], [5], [[]], [{ __typename: "Query" }]])(
    "refuse %j as @apollo/subgraph does",
    async (wrong) => {
      const representations = [{ __typename: "Thing", id: "a" }, wrong];
      expect(await run(schema, representations)).toBe(await run(stock, representations));
    },
  );
});
