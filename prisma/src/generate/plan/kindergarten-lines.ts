import type { OwnershipName } from "../county-plan.js";
import type { SchoolLine } from "./blueprint.js";

const privateNames = [
  "金太阳",
  "小天使",
  "童心",
  "阳光",
  "蓝天",
  "七彩",
  "启明星",
  "博雅",
  "育才",
  "红苹果",
  "智慧树",
  "未来星",
  "春蕾",
  "爱心",
  "快乐",
  "小博士",
  "希望",
  "晨光",
  "彩虹",
  "星星",
  "花朵",
  "贝贝",
  "童话",
  "小燕子",
  "百合",
  "向日葵",
  "蒲公英",
  "小树苗",
  "大风车",
  "摇篮",
  "金色童年",
  "银河",
  "海贝",
  "紫藤",
  "青禾",
  "知了",
];

/**
 * Made-up private kindergartens, spread over townships in turn (a township named twice gets twice as many).
 *
 * `openedFrom` spreads the opening dates over that year and the two after it; without it they were always open.
 */
export function privateKindergartens({
  prefix,
  ownership,
  count,
  townships,
  openedFrom,
  firstName = 0,
}: {
  readonly prefix: string;
  readonly ownership: OwnershipName;
  readonly count: number;
  readonly townships: readonly string[];
  readonly openedFrom?: number;
  readonly firstName?: number;
}): readonly SchoolLine[] {
  return Array.from({ length: count }, (_, index) => {
    const number = firstName + index;
    const generation = Math.floor(number / privateNames.length);
    const suffix =
      generation === 0 ? "" : `第${["二", "三", "四", "五", "六", "七", "八", "九"][generation - 1] ?? generation}`;
    return {
      key: `kg/${ownership.toLowerCase()}/${String(index + 1).padStart(2, "0")}`,
      name: `${prefix}${privateNames[number % privateNames.length] ?? ""}${suffix}幼儿园`,
      type: "111",
      township: townships[index % townships.length] ?? "",
      ownership,
      weight: 1 + (index % 4) * 0.2,
      ...(openedFrom === undefined ? {} : { opened: `${openedFrom + (index % 3)}-03-01` }),
    };
  });
}

/** Made-up public kindergartens: one in the centre of each township, then village ones by name. */
export function publicKindergartens(
  townships: readonly { readonly code: string; readonly name: string }[],
  villages: readonly { readonly name: string; readonly township: string }[],
): readonly SchoolLine[] {
  const centres = townships.map(({ code, name }) => ({
    key: `kg/centre/${code}`,
    name: `${name}中心幼儿园`,
    type: "111",
    township: code,
    weight: 1.2,
  }));
  const rural = villages.map(({ name, township }, index) => ({
    key: `kg/village/${String(index + 1).padStart(2, "0")}`,
    name: `${name}幼儿园`,
    type: "111",
    township,
    urbanRural: "RURAL" as const,
    weight: 0.4,
  }));
  return [...centres, ...rural];
}
