import type { ProjectPlan } from "../project-plan.js";

/** 陆河县: plans without figures. */
export const projects441523: Readonly<Record<string, ProjectPlan>> = {
  "001-kg_places": { programme: "PUBLIC_PLACES", stage: "PRESCHOOL" },
  "001-compulsory_places": { programme: "PUBLIC_PLACES" },
  "001-ict": { programme: "ICT" },
  "001-laboratories": { programme: "LABORATORIES", stage: "JUNIOR" },
  "001-broadband_multimedia_wireless": { programme: "ICT" },
};

/** 黎城县. */
export const projects140426: Readonly<Record<string, ProjectPlan>> = {
  "002-layout_adjustment": {
    programme: "LAYOUT",
    works: "CLOSURE",
    named: [
      "002-lubao_junior",
      "002-huangyadong_junior",
      "002-dongyangguan_junior",
      "002-kanhou_primary",
      "002-xiachiyu_primary",
      "002-qingquan_primary",
      "002-xiaozhai_primary",
      "002-dongwa_point",
      "002-beisanglu_point",
    ],
  },
  "002-gucheng_primary": {
    programme: "NEW_SCHOOL",
    stage: "PRIMARY",
    works: "NEW_BUILD",
    named: ["002-gucheng_primary"],
  },
  "002-kg_upgrade": { programme: "KINDERGARTEN_UPGRADE", stage: "PRESCHOOL", works: "UPGRADE", named: ["002-xiwu_kg"] },
  "002-boarding_upgrade": {
    programme: "BOARDING_UPGRADE",
    works: "UPGRADE",
    named: ["002-xijing_boarding", "002-shangyao_boarding", "002-chengnan_boarding", "002-xiwu_boarding"],
  },
  "002-kg_standardisation": {
    programme: "KINDERGARTEN_STANDARDISATION",
    stage: "PRESCHOOL",
    works: "STANDARDISATION",
    named: ["002-baiyu_kg", "002-nanguan_kg", "002-lizhuang_kg", "002-chengjiashan_kg", "002-xijing_kg"],
    pays: "CAPITAL",
  },
  "002-classroom_lighting": {
    programme: "CLASSROOM_LIGHTING",
    works: "LIGHTING",
    pool: "FULL_PUBLIC_SCHOOLS",
    schools: 25,
    pays: "CAPITAL",
  },
  "002-signal_jammers": {
    programme: "SIGNAL_JAMMERS",
    stage: "SENIOR_GENERAL",
    works: "EQUIPMENT",
    pool: "SENIOR_GENERAL",
    schools: 1,
    bought: { assetClass: "SIGNAL_JAMMERS" },
    pays: "CAPITAL",
  },
  "002-exam_site_equipment": {
    programme: "EXAM_SITES",
    stage: "SENIOR_GENERAL",
    works: "EQUIPMENT",
    pool: "SENIOR_GENERAL",
    schools: 1,
    pays: "CAPITAL",
  },
  "002-licheng_no1_equipment": {
    programme: "TEACHING_EQUIPMENT",
    stage: "SENIOR_GENERAL",
    works: "EQUIPMENT",
    named: ["002-licheng_no1"],
    pays: "CAPITAL",
  },
  "002-vocational_training_base": {
    programme: "TRAINING_BASE",
    stage: "SENIOR_VOCATIONAL",
    works: "TRAINING_BASE",
    named: ["002-licheng_vocational"],
    pays: "CAPITAL",
  },
  "002-village_fitness_equipment": { programme: "VILLAGE_SPORTS" },
  "002-recording_systems": {
    programme: "RECORDING_SYSTEMS",
    works: "RECORDING_SYSTEM",
    pool: "FULL_PUBLIC_SCHOOLS",
    schools: 25,
  },
  "002-smart_education_cloud": { programme: "SMART_EDUCATION" },
  "002-student_aid": { programme: "STUDENT_AID" },
};

/** 蒲城县 (uncertain): the eight projects share the stated annual part; the rest of the total falls to other years. */
export const projects610526: Readonly<Record<string, ProjectPlan>> = {
  "003-key_projects_a": {
    programme: "KEY_CONSTRUCTION",
    parts: [
      { name: "其他年度投入", nameEn: "share of other years", count: 1, from: 2022, to: 2025, amount: "223840000" },
    ],
  },
  "003-key_projects_a_2023": {
    programme: "KEY_CONSTRUCTION",
    parts: [
      {
        name: "新建项目",
        nameEn: "new project",
        count: 2,
        from: 2023,
        to: 2023,
        category: "new_build",
        unit: "projects",
        amount: "41200000",
        works: "NEW_BUILD",
      },
      {
        name: "续建项目",
        nameEn: "continuing project",
        count: 6,
        from: 2023,
        to: 2023,
        category: "continuing",
        unit: "projects",
        amount: "113000000",
        works: "EXPANSION",
        pool: "FULL_PUBLIC_SCHOOLS",
        schools: 6,
      },
    ],
  },
  "003-key_projects_b": {
    programme: "KEY_CONSTRUCTION_B",
    parts: [
      { name: "其他年度投入", nameEn: "share of other years", count: 1, from: 2022, to: 2025, amount: "15260000" },
    ],
  },
  "003-key_projects_b_2023": { programme: "KEY_CONSTRUCTION_B" },
  "003-smart_classrooms": { programme: "SMART_EDUCATION" },
  "003-public_kindergartens": { programme: "PUBLIC_PLACES", stage: "PRESCHOOL" },
  "003-upland_primary_consolidation": { programme: "LAYOUT", stage: "PRIMARY" },
};

/**
 * 二道江区. Whether the weak-school programme is a part of the construction total is not stated: they stand apart, and no
 * figure adds them up. The support of five kindergartens is counted in the sentence of the construction total.
 */
export const projects220503: Readonly<Record<string, ProjectPlan>> = {
  "004-construction_13fyp": {
    programme: "CONSTRUCTION",
    parts: [
      {
        name: "新建、改扩建项目",
        nameEn: "new-build or expansion project",
        count: 85,
        from: 2016,
        to: 2020,
        category: "new_build",
        unit: "projects",
        amount: "70841000",
        playgroundAreaM2: "27903",
        works: "BUILDING",
        pool: "FULL_PUBLIC_SCHOOLS",
        schools: 12,
        pays: "CAPITAL",
      },
      {
        name: "扶持普惠性民办幼儿园",
        nameEn: "support of inclusive private kindergartens",
        count: 5,
        from: 2016,
        to: 2020,
        category: "subsidy",
        unit: "schools",
        amount: "500000",
        works: "SUPPORT",
        pool: "INCLUSIVE_KINDERGARTENS",
        schools: 5,
        pays: "SUBSIDY",
      },
    ],
  },
  "004-equipment_13fyp": { programme: "SCHOOL_EQUIPMENT", bought: { assetClass: "SCHOOL_EQUIPMENT", quantity: 512 } },
  "004-recording_rooms_13fyp": {
    programme: "RECORDING_SYSTEMS",
    works: "RECORDING_SYSTEM",
    pool: "FULL_PUBLIC_SCHOOLS",
    schools: 8,
  },
  "004-campus_network_13fyp": { programme: "ICT" },
  "004-weak_schools_13fyp": { programme: "WEAK_SCHOOLS" },
  "004-weak_schools_buildings": {
    programme: "WEAK_SCHOOLS",
    parts: [
      {
        name: "改薄校舍项目",
        nameEn: "weak-school building project",
        count: 45,
        from: 2016,
        to: 2020,
        unit: "projects",
        amount: "15697000",
        floorAreaM2: "26498",
        playgroundAreaM2: "17500",
        works: "BUILDING",
        pool: "TOWNSHIP_SCHOOLS",
        schools: 8,
        pays: "CAPITAL",
      },
    ],
  },
  "004-weak_schools_equipment": {
    programme: "WEAK_SCHOOLS",
    parts: [
      {
        name: "改薄设备采购",
        nameEn: "weak-school procurement",
        count: 99,
        from: 2016,
        to: 2020,
        unit: "items",
        amount: "4060000",
        works: "EQUIPMENT",
        pool: "TOWNSHIP_SCHOOLS",
        schools: 8,
        pays: "CAPITAL",
      },
    ],
  },
  "004-teacher_training_13fyp": { programme: "TEACHER_TRAINING" },
  "004-purchase_books": { programme: "TEACHING_RESOURCES", bought: { assetClass: "BOOKS" } },
  "004-purchase_computers": { programme: "TEACHING_RESOURCES", bought: { assetClass: "COMPUTERS" } },
  "004-purchase_desks": { programme: "TEACHING_RESOURCES", bought: { assetClass: "DESK_CHAIR_SETS" } },
  "004-purchase_instruments": { programme: "TEACHING_RESOURCES", bought: { assetClass: "TEACHING_INSTRUMENTS" } },
  "004-whiteboards": { programme: "ICT" },
  "004-management_platform": { programme: "ICT" },
  "004-wireless_campus": { programme: "ICT" },
  "004-playgrounds_14fyp": { programme: "PLAYGROUNDS", works: "PLAYGROUND" },
};
