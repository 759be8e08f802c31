import { Directive, Field, ObjectType } from "type-graphql";

/** A value of an open code list: code, label and the system that defines it. */
@ObjectType({ description: "A coded value with its label and code system. 代码值及其代码体系。" })
@Directive("@shareable")
export class CodeValue {
  @Field(() => String, { description: "The code. 代码。" })
  code!: string;

  @Field(() => String, { description: "The label, Chinese. 名称。" })
  label!: string;

  @Field(() => String, { description: "The system that defines the code, for example GB/T 33782-2017. 代码体系。" })
  system!: string;
}

export function codeValue(code: string, label: string, system: string): CodeValue {
  return Object.assign(new CodeValue(), { code, label, system });
}
