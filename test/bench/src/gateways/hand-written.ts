import { createServer } from "node:http";
import { Pool } from "undici";

/**
 * What somebody writes by hand who knows the two operations in advance: as few calls as their data allows, each entity
 * asked for once, no GraphQL in the gateway at all. The measure for everything else.
 */

interface Product {
  upc: string;
  name: string | null;
  price: number | null;
  weight: number | null;
}
interface Stock {
  inStock: boolean | null;
  shippingEstimate: number | null;
}
interface User {
  id: string;
  username: string | null;
  name: string | null;
}
interface Review {
  id: string;
  body: string | null;
  product?: { upc: string; reviews?: Review[] };
  author?: { id: string; username: string; reviews?: Review[] };
}

const [port = "4510", addresses = "{}"] = process.argv.slice(2);
const pools = Object.fromEntries(
  Object.entries(JSON.parse(addresses) as Record<string, string>).map(([name, address]) => [
    name,
    new Pool(new URL(address).origin, { connections: 64 }),
  ]),
);

async function ask<T>(subgraph: string, query: string, variables: object, authorization: string): Promise<T> {
  const { body } = await (pools[subgraph] as Pool).request({
    path: "/graphql",
    method: "POST",
    headers: { "content-type": "application/json", authorization },
    body: JSON.stringify({ query, variables }),
  });
  return (JSON.parse(await body.text()) as { data: T }).data;
}

const TOP = "{topProducts{upc name price weight}}";
const REVIEWS_OF_PRODUCTS =
  "query($r:[_Any!]!){_entities(representations:$r){...on Product{reviews{id body author{id username}}}}}";
const STOCK = "query($r:[_Any!]!){_entities(representations:$r){...on Product{inStock shippingEstimate}}}";
const NAMES = "query($r:[_Any!]!){_entities(representations:$r){...on User{name}}}";
const PRODUCTS = "query($r:[_Any!]!){_entities(representations:$r){...on Product{name price weight}}}";
const DEEP = "reviews{id body author{id username reviews{id body product{upc}}}}";
const BIG_REVIEWS = `query($u:[_Any!]!,$p:[_Any!]!){u:_entities(representations:$u){...on User{reviews{id body product{upc ${DEEP}}}}}p:_entities(representations:$p){...on Product{${DEEP}}}}`;

const productReference = ({ upc }: { upc: string }): object => ({ __typename: "Product", upc });
const userReference = (id: string): object => ({ __typename: "User", id });
const stockReference = ({ upc, price, weight }: Product): object => ({ __typename: "Product", upc, price, weight });

async function small(authorization: string): Promise<object> {
  const { topProducts } = await ask<{ topProducts: Product[] }>("products", TOP, {}, authorization);
  const [reviews, stock] = await Promise.all([
    ask<{ _entities: { reviews: Review[] }[] }>(
      "reviews",
      REVIEWS_OF_PRODUCTS,
      { r: topProducts.map(productReference) },
      authorization,
    ),
    ask<{ _entities: Stock[] }>("inventory", STOCK, { r: topProducts.map(stockReference) }, authorization),
  ]);
  const ids = [
    ...new Set(reviews._entities.flatMap((product) => product.reviews.map((review) => review.author?.id as string))),
  ];
  const names = await ask<{ _entities: { name: string }[] }>(
    "accounts",
    NAMES,
    { r: ids.map(userReference) },
    authorization,
  );
  const nameOf = new Map(ids.map((id, index) => [id, names._entities[index]?.name ?? null]));
  return {
    topProducts: topProducts.map(({ upc, name, price }, index) => ({
      upc,
      name,
      price,
      inStock: stock._entities[index]?.inStock,
      shippingEstimate: stock._entities[index]?.shippingEstimate,
      reviews: reviews._entities[index]?.reviews.map(({ id, body, author }) => ({
        id,
        body,
        author: author && { id: author.id, username: author.username, name: nameOf.get(author.id) },
      })),
    })),
  };
}

async function big(authorization: string): Promise<object> {
  const [{ users }, { topProducts }] = await Promise.all([
    ask<{ users: User[] }>("accounts", "{users{id username name}}", {}, authorization),
    ask<{ topProducts: Product[] }>("products", TOP, {}, authorization),
  ]);
  const reviews = await ask<{ u: { reviews: Review[] }[]; p: { reviews: Review[] }[] }>(
    "reviews",
    BIG_REVIEWS,
    { u: users.map(({ id }) => userReference(id)), p: topProducts.map(productReference) },
    authorization,
  );
  const upcs = new Set<string>();
  const ids = new Set<string>();
  const note = (list: readonly Review[]): void => {
    for (const { author, product } of list) {
      if (author !== undefined) {
        ids.add(author.id);
        note(author.reviews ?? []);
      }
      if (product !== undefined) {
        upcs.add(product.upc);
        note(product.reviews ?? []);
      }
    }
  };
  reviews.u.forEach((user) => note(user.reviews));
  reviews.p.forEach((product) => note(product.reviews));
  const known = new Map(topProducts.map((product) => [product.upc, product]));
  const missing = [...upcs].filter((upc) => !known.has(upc));
  const userIds = [...ids];
  const [added, names] = await Promise.all([
    missing.length === 0
      ? { _entities: [] }
      : ask<{ _entities: Product[] }>(
          "products",
          PRODUCTS,
          { r: missing.map((upc) => productReference({ upc })) },
          authorization,
        ),
    ask<{ _entities: { name: string }[] }>("accounts", NAMES, { r: userIds.map(userReference) }, authorization),
  ]);
  missing.forEach((upc, index) => known.set(upc, { ...(added._entities[index] as Product), upc }));
  const nameOf = new Map(userIds.map((id, index) => [id, names._entities[index]?.name ?? null]));
  const all = [...known.values()];
  const stock = await ask<{ _entities: Stock[] }>("inventory", STOCK, { r: all.map(stockReference) }, authorization);
  const full = new Map(
    all.map(({ upc, name, price, weight }, index) => {
      const { inStock = null, shippingEstimate = null } = stock._entities[index] ?? {};
      return [upc, { inStock, name, price, shippingEstimate, upc, weight }];
    }),
  );
  const writeReviews = (list: readonly Review[]): object[] =>
    list.map(({ id, body, product, author }) => ({
      id,
      body,
      ...(product && {
        product: product.reviews
          ? { ...full.get(product.upc), reviews: writeReviews(product.reviews) }
          : full.get(product.upc),
      }),
      ...(author && {
        author: {
          id: author.id,
          username: author.username,
          name: nameOf.get(author.id),
          ...(author.reviews && { reviews: writeReviews(author.reviews) }),
        },
      }),
    }));
  return {
    users: users.map(({ id, username, name }, index) => ({
      id,
      username,
      name,
      reviews: writeReviews(reviews.u[index]?.reviews ?? []),
    })),
    topProducts: topProducts.map(({ upc }, index) => ({
      ...full.get(upc),
      reviews: writeReviews(reviews.p[index]?.reviews ?? []),
    })),
  };
}

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const { query } = JSON.parse(Buffer.concat(chunks).toString()) as { query: string };
    const authorization = request.headers.authorization ?? "";
    void (query.includes("query Big") ? big(authorization) : small(authorization)).then((data) => {
      const text = JSON.stringify({ data });
      response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(text) });
      response.end(text);
    });
  });
}).listen(Number(port), "127.0.0.1");
