import { createRandom } from "../random.js";
import type { CountyBlueprint, TownshipLine } from "./blueprint.js";
import { privateKindergartens, publicKindergartens } from "./kindergarten-lines.js";
import { townSchools } from "./town-schools.js";
import { villageNames } from "./village-names.js";

/** A wholly made-up county, 合成县001 and so on; its code lies in a province number nobody has. */
export function madeUpCounty(number: number, seed: string): CountyBlueprint {
  const county = { code: String(990100 + number), name: `合成县${String(number).padStart(3, "0")}` };
  const random = createRandom(`${seed}/made-up/${county.code}`);
  const townships: readonly TownshipLine[] = Array.from({ length: random.whole(8, 16) }, (_, index) => ({
    code: `${county.code}${100 + index}`,
    name: index === 0 ? "城关镇" : `第${index}镇`,
    urbanRural: index === 0 ? "TOWN" : "RURAL",
    villages: random.whole(8, 18),
  }));
  const codes = townships.map(({ code }) => code);
  const seat = codes[0] ?? "";
  const size = random.whole(60, 160) / 100;
  const village = villageNames(county.code, 180).slice(-codes.length);
  const thousand = (students: number) => Math.round(students * 1000 * size);

  return {
    ...county,
    document: null,
    baseYear: 2021,
    townships,
    schools: [
      ...townSchools(county, townships, {
        primariesPerStreet: 6,
        juniorsPerStreet: 4,
        villagePrimariesPerTown: random.whole(2, 5),
        pointsPerTown: random.whole(1, 4),
      }),
      { key: "senior/1", name: `${county.name}第一高级中学`, type: "342", township: seat, boarding: true },
      { key: "senior/2", name: `${county.name}第二高级中学`, type: "342", township: seat, boarding: true },
      { key: "vocational/1", name: `${county.name}职业高中`, type: "365", township: seat, boarding: true },
      { key: "special/1", name: `${county.name}特殊教育学校`, type: "514", township: seat, boarding: true },
      {
        key: "private/nine-year",
        name: `${county.name}育英学校`,
        type: "312",
        township: seat,
        ownership: "OTHER_PRIVATE",
        boarding: true,
      },
      ...publicKindergartens(
        townships,
        codes.map((township, index) => ({ name: village[index] ?? "", township })),
      ),
      ...privateKindergartens({
        prefix: county.name,
        ownership: "INCLUSIVE_PRIVATE",
        count: 20,
        townships: [seat, ...codes],
      }),
      ...privateKindergartens({
        prefix: county.name,
        ownership: "OTHER_PRIVATE",
        count: 8,
        townships: [seat, ...codes],
        firstName: 20,
      }),
    ],
    pupils: {
      PRESCHOOL: {
        trend: 0.97,
        byOwnership: { PUBLIC: thousand(4), INCLUSIVE_PRIVATE: thousand(3), OTHER_PRIVATE: thousand(1) },
      },
      PRIMARY: { trend: 0.985, byOwnership: { PUBLIC: thousand(17), OTHER_PRIVATE: thousand(0.6) } },
      JUNIOR: { trend: 1, byOwnership: { PUBLIC: thousand(8), OTHER_PRIVATE: thousand(0.3) } },
      SENIOR_GENERAL: { trend: 1.005, byOwnership: { PUBLIC: thousand(5) } },
      SENIOR_VOCATIONAL: { trend: 1.02, byOwnership: { PUBLIC: thousand(1.4) } },
      SPECIAL: { trend: 1, byOwnership: { PUBLIC: thousand(0.09) } },
    },
  };
}
