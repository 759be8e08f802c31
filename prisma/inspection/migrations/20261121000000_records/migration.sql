-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Origin" AS ENUM ('DOCUMENT', 'OFFICIAL_LIST', 'SYNTHETIC');

-- CreateEnum
CREATE TYPE "Stage" AS ENUM ('PRESCHOOL', 'PRIMARY', 'JUNIOR', 'SENIOR_GENERAL', 'SENIOR_VOCATIONAL', 'SPECIAL');

-- CreateEnum
CREATE TYPE "Severity" AS ENUM ('MINOR', 'MAJOR', 'SEVERE');

-- CreateTable
CREATE TABLE "inspection" (
    "id" TEXT NOT NULL,
    "county_code" TEXT NOT NULL,
    "school_id" TEXT,
    "stage" "Stage",
    "kind" TEXT NOT NULL,
    "title" TEXT,
    "inspector" TEXT,
    "date" DATE NOT NULL,
    "origin" "Origin" NOT NULL,
    "document" TEXT,
    "document_line" INTEGER,

    CONSTRAINT "inspection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding" (
    "id" TEXT NOT NULL,
    "inspection_id" TEXT,
    "county_code" TEXT NOT NULL,
    "school_id" TEXT,
    "stage" "Stage",
    "item" TEXT NOT NULL,
    "severity" "Severity" NOT NULL,
    "found_on" DATE NOT NULL,
    "origin" "Origin" NOT NULL,
    "document" TEXT,
    "document_line" INTEGER,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rectification_task" (
    "id" TEXT NOT NULL,
    "finding_id" TEXT NOT NULL,
    "county_code" TEXT NOT NULL,
    "school_id" TEXT,
    "owner" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "closed_on" DATE,
    "verified" BOOLEAN NOT NULL,
    "origin" "Origin" NOT NULL,
    "document" TEXT,
    "document_line" INTEGER,

    CONSTRAINT "rectification_task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "institution_event" (
    "id" TEXT NOT NULL,
    "county_code" TEXT NOT NULL,
    "school_id" TEXT,
    "institution" TEXT NOT NULL,
    "institution_kind" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "origin" "Origin" NOT NULL,
    "document" TEXT,
    "document_line" INTEGER,

    CONSTRAINT "institution_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "complaint" (
    "id" TEXT NOT NULL,
    "county_code" TEXT NOT NULL,
    "school_id" TEXT,
    "channel" TEXT NOT NULL,
    "topic" TEXT,
    "persons" INTEGER NOT NULL,
    "received_on" DATE NOT NULL,
    "closed_on" DATE,
    "origin" "Origin" NOT NULL,
    "document" TEXT,
    "document_line" INTEGER,

    CONSTRAINT "complaint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inspection_activity" (
    "id" TEXT NOT NULL,
    "county_code" TEXT NOT NULL,
    "school_id" TEXT,
    "stage" "Stage",
    "kind" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "quantity" INTEGER NOT NULL,
    "origin" "Origin" NOT NULL,
    "document" TEXT,
    "document_line" INTEGER,

    CONSTRAINT "inspection_activity_pkey" PRIMARY KEY ("id")
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
CREATE INDEX "inspection_school_id_date_idx" ON "inspection"("school_id", "date");

-- CreateIndex
CREATE INDEX "inspection_county_code_kind_idx" ON "inspection"("county_code", "kind");

-- CreateIndex
CREATE INDEX "finding_school_id_idx" ON "finding"("school_id");

-- CreateIndex
CREATE INDEX "finding_county_code_idx" ON "finding"("county_code");

-- CreateIndex
CREATE INDEX "rectification_task_school_id_idx" ON "rectification_task"("school_id");

-- CreateIndex
CREATE INDEX "rectification_task_county_code_idx" ON "rectification_task"("county_code");

-- CreateIndex
CREATE INDEX "institution_event_county_code_kind_idx" ON "institution_event"("county_code", "kind");

-- CreateIndex
CREATE INDEX "complaint_county_code_channel_idx" ON "complaint"("county_code", "channel");

-- CreateIndex
CREATE INDEX "inspection_activity_county_code_kind_idx" ON "inspection_activity"("county_code", "kind");

-- CreateIndex
CREATE INDEX "programme_county_code_idx" ON "programme"("county_code");
