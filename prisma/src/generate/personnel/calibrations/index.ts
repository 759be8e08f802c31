import { usualCalibration, type PersonnelCalibration } from "./calibration.js";
import { erdaojiangCalibration } from "./erdaojiang.js";
import { jingyuCalibration } from "./jingyu.js";
import { lichengCalibration } from "./licheng.js";

const byCounty: Readonly<Record<string, PersonnelCalibration>> = {
  "220622": jingyuCalibration,
  "140426": lichengCalibration,
  "220503": erdaojiangCalibration,
  "610526": { ...usualCalibration, rotationShare: 0.05 },
};

/** What a county's documents say of its staff; the usual county when they say nothing. */
export const calibrationOf = (countyCode: string): PersonnelCalibration => byCounty[countyCode] ?? usualCalibration;
