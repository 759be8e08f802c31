/** Sizes follow the public gateway benchmarks: 6 users, 9 products, 11 reviews with texts of 150 to 850 characters. */
export const users = ["Lin Mei", "Zhao Qiang", "Sun Li", "Qian Wen", "Zhou Jie", "Wu Hao"].map((name, index) => ({
  id: String(index + 1),
  name,
  username: name.toLowerCase().replace(" ", "."),
  birthday: 631_152_000 + index * 86_400,
}));

const goods: readonly (readonly [string, number, number])[] = [
  ["Desk", 899, 100],
  ["Bench", 1299, 1000],
  ["Cup", 15, 20],
  ["Stool", 499, 100],
  ["Screen", 1299, 1000],
  ["Light", 6999, 300],
  ["Stove", 3999, 2000],
  ["Cooler", 100_000, 6000],
  ["Shelf", 9999, 800],
];

export const products = goods.map(([name, price, weight], index) => ({ upc: String(index + 1), name, price, weight }));

const SENTENCE = "The delivery came on the day it was promised and the box held what the list said. ";
const lengths: readonly (readonly [number, string])[] = [
  [445, "1"],
  [299, "1"],
  [277, "1"],
  [148, "1"],
  [445, "2"],
  [299, "2"],
  [277, "2"],
  [148, "2"],
  [148, "3"],
  [148, "4"],
  [855, "4"],
];

export const reviews = lengths.map(([length, product], index) => ({
  id: String(index + 1),
  body: SENTENCE.repeat(11).slice(index, index + length),
  product: { upc: product },
}));
