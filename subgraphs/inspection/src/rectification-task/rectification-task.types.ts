import { DateScalar } from "@hub/schema";
import { Directive, Field, ID, ObjectType, registerEnumType } from "type-graphql";

export enum RectificationState {
  OPEN = "OPEN",
  OVERDUE = "OVERDUE",
  CLOSED = "CLOSED",
}

registerEnumType(RectificationState, {
  name: "RectificationState",
  description: "Where a rectification task stands on a day. 整改状态。",
  valuesConfig: {
    OPEN: { description: "Not closed, and the due date has not passed. 未完成，未到期。" },
    OVERDUE: { description: "Not closed, and the due date has passed. 逾期未完成。" },
    CLOSED: { description: "Closed. 已销号。" },
  },
});

@ObjectType({ description: "A task to put a finding right. 整改任务。" })
@Directive('@key(fields: "id")')
export class RectificationTask {
  @Field(() => ID, { description: "The hub's own id. 编号。" })
  id!: string;

  @Field(() => DateScalar, { description: "The day it is due. 整改期限。" })
  dueOn!: string;

  @Field(() => DateScalar, { nullable: true, description: "The day it was closed; null while open. 销号日期。" })
  closedOn!: string | null;

  @Field(() => Boolean, { description: "Whether the closing was verified on site. 是否已现场复核。" })
  verified!: boolean;
}

/** The state of a task at the end of a day (ISO dates, which compare as text). */
export function rectificationState(
  { dueOn, closedOn }: { readonly dueOn: string; readonly closedOn: string | null },
  on: string,
): RectificationState {
  if (closedOn !== null && closedOn <= on) return RectificationState.CLOSED;
  return dueOn < on ? RectificationState.OVERDUE : RectificationState.OPEN;
}
