import { registerEnumType } from "type-graphql";

/** Where a record comes from. No answer mixes real and made-up records without saying so. */
export enum Origin {
  DOCUMENT = "DOCUMENT",
  OFFICIAL_LIST = "OFFICIAL_LIST",
  SYNTHETIC = "SYNTHETIC",
}

registerEnumType(Origin, {
  name: "Origin",
  description: "Where a record comes from. 数据来源性质。",
  valuesConfig: {
    DOCUMENT: { description: "Stated in a published county document. 公开文件载明。" },
    OFFICIAL_LIST: { description: "Taken from an official code list. 官方代码表。" },
    SYNTHETIC: {
      description: "Made up to complete the picture, calibrated to the documents. 为补全而合成（已按文件校准）。",
    },
  },
});
