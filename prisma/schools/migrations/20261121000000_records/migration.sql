-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Origin" AS ENUM ('DOCUMENT', 'OFFICIAL_LIST', 'SYNTHETIC');

-- CreateEnum
CREATE TYPE "Stage" AS ENUM ('PRESCHOOL', 'PRIMARY', 'JUNIOR', 'SENIOR_GENERAL', 'SENIOR_VOCATIONAL', 'SPECIAL');

-- CreateEnum
CREATE TYPE "DivisionLevel" AS ENUM ('PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP', 'VILLAGE');

-- CreateEnum
CREATE TYPE "AuthorityLevel" AS ENUM ('PROVINCE', 'CITY', 'COUNTY');

-- CreateEnum
CREATE TYPE "Ownership" AS ENUM ('PUBLIC', 'INCLUSIVE_PRIVATE', 'OTHER_PRIVATE', 'UNLICENSED');

-- CreateEnum
CREATE TYPE "UrbanRural" AS ENUM ('URBAN', 'TOWN', 'RURAL');

-- CreateEnum
CREATE TYPE "NameKind" AS ENUM ('OFFICIAL', 'FORMER', 'ALIAS');

-- CreateEnum
CREATE TYPE "IdentifierScheme" AS ENUM ('MOE_SCHOOL_CODE', 'USCC', 'LOCAL');

-- CreateEnum
CREATE TYPE "SuccessionKind" AS ENUM ('MERGED', 'SPLIT', 'RENAMED');

-- CreateTable
CREATE TABLE "division" (
    "code" TEXT NOT NULL,
    "level" "DivisionLevel" NOT NULL,
    "name" TEXT NOT NULL,
    "parent_code" TEXT,
    "county_code" TEXT,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "basis" TEXT,
    "confidence" TEXT,
    "note" TEXT,
    "origin" "Origin" NOT NULL,
    "document" TEXT,
    "document_line" INTEGER,

    CONSTRAINT "division_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "division_succession" (
    "from_code" TEXT NOT NULL,
    "to_code" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "origin" "Origin" NOT NULL,

    CONSTRAINT "division_succession_pkey" PRIMARY KEY ("from_code","to_code")
);

-- CreateTable
CREATE TABLE "authority" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "level" "AuthorityLevel" NOT NULL,
    "parent_id" TEXT,
    "division_code" TEXT NOT NULL,
    "origin" "Origin" NOT NULL,
    "document" TEXT,
    "document_line" INTEGER,

    CONSTRAINT "authority_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school" (
    "id" TEXT NOT NULL,
    "county_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type_code" TEXT NOT NULL,
    "sponsor" TEXT NOT NULL,
    "ownership" "Ownership" NOT NULL,
    "urban_rural" "UrbanRural",
    "boarding" BOOLEAN NOT NULL,
    "stages" "Stage"[],
    "parent_school_id" TEXT,
    "opened_on" DATE,
    "closed_on" DATE,
    "origin" "Origin" NOT NULL,
    "document" TEXT,
    "document_line" INTEGER,

    CONSTRAINT "school_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school_name" (
    "id" TEXT NOT NULL,
    "school_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "normalized" TEXT NOT NULL,
    "kind" "NameKind" NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,
    "origin" "Origin" NOT NULL,

    CONSTRAINT "school_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school_identifier" (
    "id" TEXT NOT NULL,
    "school_id" TEXT NOT NULL,
    "scheme" "IdentifierScheme" NOT NULL,
    "value" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "origin" "Origin" NOT NULL,

    CONSTRAINT "school_identifier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school_division" (
    "school_id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "origin" "Origin" NOT NULL,

    CONSTRAINT "school_division_pkey" PRIMARY KEY ("school_id","valid_from")
);

-- CreateTable
CREATE TABLE "school_authority" (
    "school_id" TEXT NOT NULL,
    "authority_id" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "origin" "Origin" NOT NULL,

    CONSTRAINT "school_authority_pkey" PRIMARY KEY ("school_id","valid_from")
);

-- CreateTable
CREATE TABLE "school_succession" (
    "predecessor_id" TEXT NOT NULL,
    "successor_id" TEXT NOT NULL,
    "kind" "SuccessionKind" NOT NULL,
    "date" DATE NOT NULL,
    "origin" "Origin" NOT NULL,
    "document" TEXT,
    "document_line" INTEGER,

    CONSTRAINT "school_succession_pkey" PRIMARY KEY ("predecessor_id","successor_id")
);

-- CreateTable
CREATE TABLE "school_event" (
    "id" TEXT NOT NULL,
    "school_id" TEXT,
    "county_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT,
    "level" TEXT,
    "date" DATE NOT NULL,
    "until" DATE,
    "origin" "Origin" NOT NULL,
    "document" TEXT,
    "document_line" INTEGER,

    CONSTRAINT "school_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school_return" (
    "school_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "filed_on" DATE NOT NULL,
    "origin" "Origin" NOT NULL,
    "document" TEXT,
    "document_line" INTEGER,

    CONSTRAINT "school_return_pkey" PRIMARY KEY ("school_id","year")
);

-- CreateTable
CREATE TABLE "class_group" (
    "school_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "stage" "Stage" NOT NULL,
    "grade" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "students" INTEGER NOT NULL,
    "origin" "Origin" NOT NULL,

    CONSTRAINT "class_group_pkey" PRIMARY KEY ("school_id","year","stage","grade","number")
);

-- CreateTable
CREATE TABLE "enrolment_group" (
    "school_id" TEXT NOT NULL,
    "county_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "stage" "Stage" NOT NULL,
    "group" TEXT NOT NULL,
    "students" INTEGER NOT NULL,
    "origin" "Origin" NOT NULL,
    "document" TEXT,
    "document_line" INTEGER,

    CONSTRAINT "enrolment_group_pkey" PRIMARY KEY ("school_id","year","stage","group")
);

-- CreateTable
CREATE TABLE "student_outcome" (
    "school_id" TEXT NOT NULL,
    "county_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "stage" "Stage" NOT NULL,
    "kind" TEXT NOT NULL,
    "students" INTEGER NOT NULL,
    "origin" "Origin" NOT NULL,
    "document" TEXT,
    "document_line" INTEGER,

    CONSTRAINT "student_outcome_pkey" PRIMARY KEY ("school_id","year","stage","kind")
);

-- CreateTable
CREATE TABLE "school_condition" (
    "school_id" TEXT NOT NULL,
    "county_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "stage" "Stage" NOT NULL,
    "item" TEXT NOT NULL,
    "quantity" DECIMAL(16,2) NOT NULL,
    "origin" "Origin" NOT NULL,

    CONSTRAINT "school_condition_pkey" PRIMARY KEY ("school_id","year","stage","item")
);

-- CreateTable
CREATE TABLE "population" (
    "division_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "band" TEXT NOT NULL,
    "people" INTEGER NOT NULL,
    "origin" "Origin" NOT NULL,

    CONSTRAINT "population_pkey" PRIMARY KEY ("division_code","year","band")
);

-- CreateTable
CREATE TABLE "source_document" (
    "file" TEXT NOT NULL,
    "county_code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "date" DATE,
    "lines" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "source_document_pkey" PRIMARY KEY ("file")
);

-- CreateTable
CREATE TABLE "published_figure" (
    "id" TEXT NOT NULL,
    "county_code" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "document_line" INTEGER NOT NULL,
    "owner" TEXT NOT NULL,
    "indicator" TEXT NOT NULL,
    "indicator_zh" TEXT NOT NULL,
    "stated_stage" TEXT NOT NULL,
    "stated_owner" TEXT NOT NULL,
    "year" INTEGER,
    "period_start" TEXT,
    "period_end" TEXT,
    "value" DECIMAL(20,6) NOT NULL,
    "qualifier" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "restated" BOOLEAN NOT NULL,
    "note" TEXT,

    CONSTRAINT "published_figure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school_statement" (
    "id" TEXT NOT NULL,
    "school_id" TEXT,
    "county_code" TEXT NOT NULL,
    "name_stated" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "period" TEXT,
    "area_m2" DECIMAL(12,2),
    "amount" DECIMAL(16,2),
    "facts" TEXT,
    "note" TEXT,
    "document" TEXT NOT NULL,
    "document_line" INTEGER NOT NULL,

    CONSTRAINT "school_statement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "division_parent_code_idx" ON "division"("parent_code");

-- CreateIndex
CREATE INDEX "division_county_code_idx" ON "division"("county_code");

-- CreateIndex
CREATE INDEX "school_county_code_idx" ON "school"("county_code");

-- CreateIndex
CREATE INDEX "school_name_school_id_idx" ON "school_name"("school_id");

-- CreateIndex
CREATE INDEX "school_name_normalized_idx" ON "school_name"("normalized");

-- CreateIndex
CREATE INDEX "school_identifier_school_id_idx" ON "school_identifier"("school_id");

-- CreateIndex
CREATE INDEX "school_identifier_scheme_value_idx" ON "school_identifier"("scheme", "value");

-- CreateIndex
CREATE INDEX "school_division_division_code_idx" ON "school_division"("division_code");

-- CreateIndex
CREATE INDEX "school_authority_authority_id_idx" ON "school_authority"("authority_id");

-- CreateIndex
CREATE INDEX "school_succession_successor_id_idx" ON "school_succession"("successor_id");

-- CreateIndex
CREATE INDEX "school_event_school_id_idx" ON "school_event"("school_id");

-- CreateIndex
CREATE INDEX "school_event_county_code_kind_idx" ON "school_event"("county_code", "kind");

-- CreateIndex
CREATE INDEX "enrolment_group_county_code_year_group_idx" ON "enrolment_group"("county_code", "year", "group");

-- CreateIndex
CREATE INDEX "student_outcome_county_code_year_kind_idx" ON "student_outcome"("county_code", "year", "kind");

-- CreateIndex
CREATE INDEX "school_condition_county_code_year_item_idx" ON "school_condition"("county_code", "year", "item");

-- CreateIndex
CREATE INDEX "published_figure_county_code_idx" ON "published_figure"("county_code");

-- CreateIndex
CREATE INDEX "school_statement_school_id_idx" ON "school_statement"("school_id");
