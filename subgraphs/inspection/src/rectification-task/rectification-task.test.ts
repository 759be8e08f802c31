import { expect, it } from "vitest";
import { RectificationState, rectificationState } from "./rectification-task.types.js";

it.each([
  ["is open on its due date", "2020-06-30", null, "2020-06-30", RectificationState.OPEN],
  ["is overdue the day after", "2020-06-30", null, "2020-07-01", RectificationState.OVERDUE],
  ["is closed on the day of closing", "2020-06-30", "2020-07-10", "2020-07-10", RectificationState.CLOSED],
  [
    "was overdue the day before it was closed late",
    "2020-06-30",
    "2020-07-10",
    "2020-07-09",
    RectificationState.OVERDUE,
  ],
  ["was open before it was closed in time", "2020-06-30", "2020-06-01", "2020-05-31", RectificationState.OPEN],
])("a task %s", (_title, dueOn, closedOn, on, state) => {
  expect(rectificationState({ dueOn, closedOn }, on)).toBe(state);
});
