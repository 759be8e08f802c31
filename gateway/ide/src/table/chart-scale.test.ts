import { expect, it } from "vitest";
import { chartScale } from "./chart-scale";

it.each([
  [
    [3, 12.5, 18],
    [0, 5, 10, 15, 20],
  ],
  [
    [0.2, 0.9],
    [0, 0.5, 1],
  ],
  [
    [0.12, 0.38],
    [0, 0.1, 0.2, 0.3, 0.4],
  ],
  [
    [-30, 50],
    [-40, -20, 0, 20, 40, 60],
  ],
  [
    [-8, -3],
    [-8, -6, -4, -2, 0],
  ],
  [[20], [0, 5, 10, 15, 20]],
  [[6202700], [0, 2000000, 4000000, 6000000, 8000000]],
  [[], [0, 1]],
  [
    [0, 0],
    [0, 1],
  ],
  [
    [Number.NaN, Number.POSITIVE_INFINITY],
    [0, 1],
  ],
])("marks %j at %j", (values, ticks) => {
  expect(chartScale(values)).toEqual({ from: ticks[0], to: ticks.at(-1), ticks });
});
