-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Origin" AS ENUM ('DOCUMENT', 'OFFICIAL_LIST', 'SYNTHETIC');

-- CreateEnum
CREATE TYPE "Stage" AS ENUM ('PRESCHOOL', 'PRIMARY', 'JUNIOR', 'SENIOR_GENERAL', 'SENIOR_VOCATIONAL', 'SPECIAL');

-- CreateEnum
CREATE TYPE "SourceLevel" AS ENUM ('CENTRAL', 'PROVINCE', 'CITY', 'COUNTY', 'SCHOOL', 'SOCIAL', 'MIXED');

-- CreateTable
CREATE TABLE "project" (
    "id" TEXT NOT NULL,
    "parent_id" TEXT,
    "county_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "category" TEXT NOT NULL,
    "stage" "Stage",
    "programme" TEXT,
    "period_start" DATE,
    "period_end" DATE,
    "period" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "amount" DECIMAL(16,2),
    "amount_kind" TEXT,
    "amount_qualifier" TEXT,
    "site_area_m2" DECIMAL(12,2),
    "floor_area_m2" DECIMAL(12,2),
    "playground_area_m2" DECIMAL(12,2),
    "count" INTEGER,
    "count_unit" TEXT,
    "note" TEXT,
    "origin" "Origin" NOT NULL,
    "document" TEXT,
    "document_line" INTEGER,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_school" (
    "project_id" TEXT NOT NULL,
    "school_id" TEXT NOT NULL,
    "works" TEXT NOT NULL,
    "origin" "Origin" NOT NULL,

    CONSTRAINT "project_school_pkey" PRIMARY KEY ("project_id","school_id","works")
);

-- CreateTable
CREATE TABLE "procurement_line" (
    "id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "county_code" TEXT NOT NULL,
    "asset_class" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "origin" "Origin" NOT NULL,
    "document" TEXT,
    "document_line" INTEGER,

    CONSTRAINT "procurement_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment" (
    "id" TEXT NOT NULL,
    "county_code" TEXT NOT NULL,
    "school_id" TEXT,
    "stage" "Stage",
    "ownership" TEXT,
    "programme" TEXT NOT NULL,
    "purpose" TEXT,
    "economic_class" TEXT NOT NULL,
    "source_level" "SourceLevel" NOT NULL,
    "project_id" TEXT,
    "amount" DECIMAL(16,2) NOT NULL,
    "paid_on" DATE NOT NULL,
    "person_times" INTEGER,
    "origin" "Origin" NOT NULL,
    "document" TEXT,
    "document_line" INTEGER,

    CONSTRAINT "payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "allocation" (
    "id" TEXT NOT NULL,
    "county_code" TEXT NOT NULL,
    "school_id" TEXT,
    "stage" "Stage",
    "programme" TEXT NOT NULL,
    "source_level" "SourceLevel" NOT NULL,
    "year" INTEGER NOT NULL,
    "amount" DECIMAL(16,2) NOT NULL,
    "recipients" INTEGER,
    "origin" "Origin" NOT NULL,
    "document" TEXT,
    "document_line" INTEGER,

    CONSTRAINT "allocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finance_return" (
    "school_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "filed_on" DATE NOT NULL,
    "origin" "Origin" NOT NULL,

    CONSTRAINT "finance_return_pkey" PRIMARY KEY ("school_id","year")
);

-- CreateTable
CREATE TABLE "programme" (
    "id" TEXT NOT NULL,
    "county_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "quantity" DECIMAL(16,4),
    "qualifier" TEXT,
    "unit" TEXT,
    "kind" TEXT NOT NULL,
    "note" TEXT,
    "document" TEXT NOT NULL,
    "document_line" INTEGER NOT NULL,

    CONSTRAINT "programme_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "project_county_code_idx" ON "project"("county_code");

-- CreateIndex
CREATE INDEX "project_parent_id_idx" ON "project"("parent_id");

-- CreateIndex
CREATE INDEX "project_school_school_id_idx" ON "project_school"("school_id");

-- CreateIndex
CREATE INDEX "procurement_line_county_code_idx" ON "procurement_line"("county_code");

-- CreateIndex
CREATE INDEX "payment_school_id_paid_on_idx" ON "payment"("school_id", "paid_on");

-- CreateIndex
CREATE INDEX "payment_county_code_programme_paid_on_idx" ON "payment"("county_code", "programme", "paid_on");

-- CreateIndex
CREATE INDEX "allocation_county_code_programme_year_idx" ON "allocation"("county_code", "programme", "year");

-- CreateIndex
CREATE INDEX "allocation_school_id_year_idx" ON "allocation"("school_id", "year");

-- CreateIndex
CREATE INDEX "programme_county_code_idx" ON "programme"("county_code");
