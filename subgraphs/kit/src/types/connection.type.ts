import type { ClassType } from "type-graphql";
import { Directive, Field, Int, ObjectType } from "type-graphql";
import type { Page } from "../page.js";
import { encodeCursor } from "../page.js";

/** The same page information in every subgraph. */
@ObjectType({ description: "Where a page stands in its list. 分页信息。" })
@Directive("@shareable")
export class PageInfo {
  @Field(() => Boolean, { description: "Whether rows follow this page. 是否有下一页。" })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: "Whether rows come before this page. 是否有上一页。" })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "Cursor of the first row. 首行游标。" })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last row; pass it as "after". 末行游标。' })
  endCursor!: string | null;
}

/** A connection as clients see it. `countAll` runs only when `totalCount` is selected. */
export interface Connection<T> {
  readonly edges: readonly { readonly node: T; readonly cursor: string }[];
  readonly pageInfo: PageInfo;
  readonly countAll: () => Promise<number>;
}

/** Makes the edge and connection types of a node type: `SchoolEdge`, `SchoolConnection`. */
export function connectionTypes<T extends object>(node: ClassType<T>, name: string) {
  @ObjectType(`${name}Edge`, { description: `A row of a list of ${name}. 列表行。` })
  class Edge {
    @Field(() => node, { description: "The row. 行数据。" })
    node!: T;

    @Field(() => String, { description: "Where the row stands. 游标。" })
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}. 分页列表。` })
  class NodeConnection {
    @Field(() => [Edge], { description: "Rows with their cursors. 行及游标。" })
    edges!: Edge[];

    @Field(() => PageInfo, { description: "Where the page stands. 分页信息。" })
    pageInfo!: PageInfo;

    countAll!: () => Promise<number>;

    @Field(() => [node], { description: "The rows alone. 行。" })
    nodes(): T[] {
      return this.edges.map((edge) => edge.node);
    }

    @Field(() => Int, { nullable: true, description: "Rows of the whole list; counted only when asked for. 总数。" })
    totalCount(): Promise<number> {
      return this.countAll();
    }
  }
  return { Edge, Connection: NodeConnection };
}

/** What makes a row an edge: its node, and what its cursor says. */
interface EdgeParts<R, T> {
  readonly order: string;
  readonly position: (row: R) => readonly (string | number | null)[];
  readonly node: (row: R) => T;
}

/** Most lists are read by their nodes: a cursor is made when it is asked for. */
class LazyEdge<R, T> {
  readonly node: T;
  readonly #row: R;
  readonly #parts: EdgeParts<R, T>;

  constructor(row: R, parts: EdgeParts<R, T>) {
    this.node = parts.node(row);
    this.#row = row;
    this.#parts = parts;
  }

  get cursor(): string {
    return encodeCursor(this.#parts.order, this.#parts.position(this.#row));
  }
}

/** A page of rows as a connection object of the type `connectionTypes` made. */
export function connectionOf<R, T extends object, N extends object>(
  type: ClassType<N>,
  page: Page<R>,
  parts: EdgeParts<R, T> & {
    readonly after: unknown;
    readonly countAll: () => Promise<number>;
  },
): N {
  const edges = page.rows.map((row) => new LazyEdge(row, parts));
  const pageInfo = Object.assign(new PageInfo(), {
    hasNextPage: page.hasNextPage,
    hasPreviousPage: parts.after !== null && parts.after !== undefined,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  });
  return Object.assign(new type(), { edges, pageInfo, countAll: parts.countAll });
}
