import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, buildSchema } from "graphql";
import { expect, it } from "vitest";
import { startHub } from "../kit/hub.js";

/** Shapes every list has; their meaning is the specification's. */
const STANDARD = /^(__|Query$|Mutation$|Boolean$|String$|ID$|Int$|Float$)/;

const inBothLanguages = (text: string | null | undefined) =>
  /[A-Za-z]/.test(text ?? "") && /\p{Script=Han}/u.test(text ?? "");

it("describes everything a client can see, in English and Chinese", async () => {
  const hub = await startHub({ page: true });
  const schema = buildSchema(await (await fetch(`${hub.url}/schema.graphql`)).text());
  const bare: string[] = [];
  const check = (name: string, description: string | null | undefined) => {
    if (!inBothLanguages(description)) bare.push(name);
  };

  for (const [name, type] of Object.entries(schema.getTypeMap())) {
    if (!STANDARD.test(name)) check(name, type.description);
    if (isEnumType(type) && !STANDARD.test(name)) {
      for (const value of type.getValues()) check(`${name}.${value.name}`, value.description);
    }
    if (!(isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) || name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      check(`${name}.${field.name}`, field.description);
      if ("args" in field)
        for (const argument of field.args) check(`${name}.${field.name}(${argument.name})`, argument.description);
    }
  }

  expect(bare).toEqual([]);
});
