import { registerEnumType } from "type-graphql";

export enum Employment {
  PERMANENT = "PERMANENT",
  SPECIAL_POST = "SPECIAL_POST",
  CONTRACT = "CONTRACT",
  THREE_SUPPORTS = "THREE_SUPPORTS",
  SILVER_AGE = "SILVER_AGE",
  THREE_AREAS = "THREE_AREAS",
  DISPATCHED = "DISPATCHED",
}

registerEnumType(Employment, {
  name: "Employment",
  description: "How a member of staff is employed. 用人方式。",
  valuesConfig: {
    PERMANENT: { description: "On an established post. 事业编制。" },
    SPECIAL_POST: { description: "On a special post for rural schools. 特岗教师。" },
    CONTRACT: { description: "On a contract, outside the establishment. 编外合同聘用。" },
    THREE_SUPPORTS: { description: "Graduate of the three-supports programme. 三支一扶。" },
    SILVER_AGE: { description: "Retired teacher of the silver-age programme. 银龄讲学。" },
    THREE_AREAS: { description: "Lent by the three-areas programme. 三区人才支教。" },
    DISPATCHED: { description: "Employed by an agency. 劳务派遣。" },
  },
});

export enum StaffRole {
  TEACHER = "TEACHER",
  HEAD = "HEAD",
  ADMINISTRATOR = "ADMINISTRATOR",
  SUPPORT = "SUPPORT",
  WORKER = "WORKER",
  CARER = "CARER",
  GUARD = "GUARD",
}

registerEnumType(StaffRole, {
  name: "StaffRole",
  description: "What a member of staff does. 岗位类别。",
  valuesConfig: {
    TEACHER: { description: "Teacher. 专任教师。" },
    HEAD: { description: "Head of a school or kindergarten. 校长、园长。" },
    ADMINISTRATOR: { description: "Administrator. 行政人员。" },
    SUPPORT: { description: "Support of teaching, for example a librarian. 教辅人员。" },
    WORKER: { description: "Worker, for example a cook. 工勤人员。" },
    CARER: { description: "Carer in a kindergarten. 保育员。" },
    GUARD: { description: "Guard. 保安。" },
  },
});

export enum AssignmentKind {
  POST = "POST",
  ROTATION = "ROTATION",
  SUPPORT_TEACHING = "SUPPORT_TEACHING",
  TRANSFER = "TRANSFER",
  ITINERANT = "ITINERANT",
}

registerEnumType(AssignmentKind, {
  name: "AssignmentKind",
  description: "Why somebody is at a school. 任职类型。",
  valuesConfig: {
    POST: { description: "The post is here. 岗位。" },
    ROTATION: { description: "Here in rotation, the post elsewhere. 交流轮岗。" },
    SUPPORT_TEACHING: { description: "Here to support, the post elsewhere. 支教。" },
    TRANSFER: { description: "Moved here with the post. 调动。" },
    ITINERANT: { description: "Teaches at several schools. 走教。" },
  },
});
