-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Origin" AS ENUM ('DOCUMENT', 'OFFICIAL_LIST', 'SYNTHETIC');

-- CreateEnum
CREATE TYPE "Stage" AS ENUM ('PRESCHOOL', 'PRIMARY', 'JUNIOR', 'SENIOR_GENERAL', 'SENIOR_VOCATIONAL', 'SPECIAL');

-- CreateEnum
CREATE TYPE "Employment" AS ENUM ('PERMANENT', 'SPECIAL_POST', 'CONTRACT', 'THREE_SUPPORTS', 'SILVER_AGE', 'THREE_AREAS', 'DISPATCHED');

-- CreateEnum
CREATE TYPE "StaffRole" AS ENUM ('TEACHER', 'HEAD', 'ADMINISTRATOR', 'SUPPORT', 'WORKER', 'CARER', 'GUARD');

-- CreateEnum
CREATE TYPE "AssignmentKind" AS ENUM ('POST', 'ROTATION', 'SUPPORT_TEACHING', 'TRANSFER', 'ITINERANT');

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL,
    "county_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sex" TEXT NOT NULL,
    "birth_year" INTEGER NOT NULL,
    "education" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "employment" "Employment" NOT NULL,
    "identity_hash" TEXT,
    "hired_on" DATE NOT NULL,
    "hire_channel" TEXT NOT NULL,
    "hire_stage" "Stage",
    "hired_to_rural" BOOLEAN NOT NULL,
    "left_on" DATE,
    "leave_reason" TEXT,
    "origin" "Origin" NOT NULL,
    "document" TEXT,
    "document_line" INTEGER,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "county_code" TEXT NOT NULL,
    "school_id" TEXT NOT NULL,
    "stage" "Stage" NOT NULL,
    "role" "StaffRole" NOT NULL,
    "kind" "AssignmentKind" NOT NULL,
    "subject" TEXT,
    "qualified" BOOLEAN,
    "holds_post" BOOLEAN NOT NULL,
    "teaches" BOOLEAN NOT NULL,
    "fte" DECIMAL(4,2) NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "origin" "Origin" NOT NULL,
    "document" TEXT,
    "document_line" INTEGER,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_return" (
    "school_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "filed_on" DATE NOT NULL,
    "origin" "Origin" NOT NULL,

    CONSTRAINT "staff_return_pkey" PRIMARY KEY ("school_id","year")
);

-- CreateTable
CREATE TABLE "staff_honour" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "county_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "title" TEXT,
    "granted_on" DATE NOT NULL,
    "valid_to" DATE,
    "origin" "Origin" NOT NULL,
    "document" TEXT,
    "document_line" INTEGER,

    CONSTRAINT "staff_honour_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_attendance" (
    "id" TEXT NOT NULL,
    "county_code" TEXT NOT NULL,
    "school_id" TEXT,
    "course" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "stage" "Stage",
    "year" INTEGER NOT NULL,
    "persons" INTEGER NOT NULL,
    "attendances" INTEGER NOT NULL,
    "hours" INTEGER,
    "origin" "Origin" NOT NULL,
    "document" TEXT,
    "document_line" INTEGER,

    CONSTRAINT "training_attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "research_project" (
    "id" TEXT NOT NULL,
    "county_code" TEXT NOT NULL,
    "school_id" TEXT,
    "level" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "participants" INTEGER NOT NULL,
    "result" TEXT,
    "origin" "Origin" NOT NULL,
    "document" TEXT,
    "document_line" INTEGER,

    CONSTRAINT "research_project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staffing_quota" (
    "school_id" TEXT NOT NULL,
    "county_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "posts" INTEGER NOT NULL,
    "origin" "Origin" NOT NULL,

    CONSTRAINT "staffing_quota_pkey" PRIMARY KEY ("school_id","year")
);

-- CreateTable
CREATE TABLE "personnel_activity" (
    "id" TEXT NOT NULL,
    "county_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "quantity" INTEGER NOT NULL,
    "origin" "Origin" NOT NULL,
    "document" TEXT,
    "document_line" INTEGER,

    CONSTRAINT "personnel_activity_pkey" PRIMARY KEY ("id")
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
CREATE INDEX "person_county_code_hired_on_idx" ON "person"("county_code", "hired_on");

-- CreateIndex
CREATE INDEX "assignment_school_id_valid_from_idx" ON "assignment"("school_id", "valid_from");

-- CreateIndex
CREATE INDEX "assignment_person_id_idx" ON "assignment"("person_id");

-- CreateIndex
CREATE INDEX "assignment_county_code_kind_idx" ON "assignment"("county_code", "kind");

-- CreateIndex
CREATE INDEX "staff_honour_person_id_idx" ON "staff_honour"("person_id");

-- CreateIndex
CREATE INDEX "staff_honour_county_code_kind_idx" ON "staff_honour"("county_code", "kind");

-- CreateIndex
CREATE INDEX "training_attendance_county_code_year_idx" ON "training_attendance"("county_code", "year");

-- CreateIndex
CREATE INDEX "research_project_county_code_year_idx" ON "research_project"("county_code", "year");

-- CreateIndex
CREATE INDEX "personnel_activity_county_code_kind_idx" ON "personnel_activity"("county_code", "kind");

-- CreateIndex
CREATE INDEX "programme_county_code_idx" ON "programme"("county_code");
