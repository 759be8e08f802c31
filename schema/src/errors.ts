import { GraphQLError } from "graphql";

/**
 * Every error code a client can meet, with what it means and whether trying again can help.
 *
 * The README's table of codes is checked against this catalogue.
 */
export const errorCatalogue = {
  BAD_USER_INPUT: {
    http: 400,
    retryable: false,
    en: "An argument is malformed or out of range.",
    zh: "参数格式错误或超出范围。",
  },
  UNAUTHENTICATED: {
    http: 401,
    retryable: false,
    en: "The bearer token is missing, expired or not valid.",
    zh: "令牌缺失、过期或无效。",
  },
  FORBIDDEN: {
    http: 200,
    retryable: false,
    en: "The viewer lacks the role this field asks for.",
    zh: "当前身份无权读取该字段。",
  },
  CONFLICT: {
    http: 200,
    retryable: false,
    en: "The change collides with a record that exists.",
    zh: "与已有记录冲突。",
  },
  DUPLICATE_IDENTIFIER: {
    http: 200,
    retryable: false,
    en: "The identifier already belongs to another school.",
    zh: "该标识码已属于另一所学校。",
  },
  CONFLICTING_RETURNS: {
    http: 200,
    retryable: false,
    en: "Two returns for one school and year await reconciliation.",
    zh: "同校同年有两份报表待核对。",
  },
  DEPTH_LIMIT_EXCEEDED: {
    http: 400,
    retryable: false,
    en: "The operation nests deeper than the limit.",
    zh: "查询嵌套层数超过上限。",
  },
  ALIAS_LIMIT_EXCEEDED: {
    http: 400,
    retryable: false,
    en: "The operation uses more aliases than the limit.",
    zh: "查询别名数超过上限。",
  },
  PAGE_LIMIT_EXCEEDED: {
    http: 400,
    retryable: false,
    en: "A page asks for more rows than the limit.",
    zh: "每页行数超过上限。",
  },
  BODY_TOO_LARGE: {
    http: 413,
    retryable: false,
    en: "The request body is larger than the limit.",
    zh: "请求体超过大小上限。",
  },
  SUBGRAPH_UNAVAILABLE: {
    http: 200,
    retryable: true,
    en: "The system behind this field does not answer.",
    zh: "该字段所属系统暂时无响应。",
  },
  SUBGRAPH_TIMEOUT: {
    http: 200,
    retryable: true,
    en: "The system behind this field answers too late.",
    zh: "该字段所属系统响应超时。",
  },
  SUBGRAPH_INVALID_RESPONSE: {
    http: 200,
    retryable: false,
    en: "The system behind this field sent a value its schema forbids.",
    zh: "该字段所属系统返回了不符合模式的值。",
  },
  OVERLOADED: {
    http: 503,
    retryable: true,
    en: "The hub is carrying all it can; try again after the time given.",
    zh: "系统繁忙，请按提示时间后重试。",
  },
  SHUTTING_DOWN: { http: 503, retryable: true, en: "The hub is stopping.", zh: "系统正在停止。" },
  COMPOSITION_FAILED: {
    http: 500,
    retryable: false,
    en: "The subgraphs do not compose into one graph.",
    zh: "子图无法合成。",
  },
  CONFIGURATION_INVALID: {
    http: 500,
    retryable: false,
    en: "An environment variable is missing or malformed.",
    zh: "环境变量缺失或格式错误。",
  },
  INTERNAL: {
    http: 500,
    retryable: false,
    en: "An unexpected fault; the log holds the rest under the request id.",
    zh: "未预期的错误，详情见日志（按请求编号查询）。",
  },
} as const satisfies Record<string, { http: number; retryable: boolean; en: string; zh: string }>;

/** A code of the catalogue. */
export type ErrorCode = keyof typeof errorCatalogue;

/**
 * The one error class of the hub: a code of the catalogue, a sentence "found X; expected Y", and data for tools.
 *
 * Reaches clients as `extensions.code`, `extensions.retryable` and the fields of `detail`.
 */
export class HubError extends GraphQLError {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, detail: Readonly<Record<string, unknown>> = {}) {
    super(message, { extensions: { ...detail, code, retryable: errorCatalogue[code].retryable } });
    this.name = "HubError";
    this.code = code;
  }
}

/** BAD_USER_INPUT for one argument: names it, says what was found and what is expected. */
export function badArgument(argument: string, found: unknown, expected: string): HubError {
  const shown = found === undefined ? "nothing" : JSON.stringify(found);
  return new HubError("BAD_USER_INPUT", `Argument "${argument}": found ${shown}; expected ${expected}.`, {
    argument,
    found: found === undefined ? null : found,
    expected,
  });
}
