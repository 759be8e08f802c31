-- Equality on text and enums inside GiST, which exclusion constraints over date ranges need.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- One value of an identifier scheme never names two schools on one day.
ALTER TABLE "school_identifier"
  ADD CONSTRAINT "school_identifier_names_one_school"
  EXCLUDE USING gist ("scheme" WITH =, "value" WITH =, daterange("valid_from", "valid_to") WITH &&);

-- A school lies in one division at a time and answers to one authority at a time.
ALTER TABLE "school_division"
  ADD CONSTRAINT "school_division_one_at_a_time"
  EXCLUDE USING gist ("school_id" WITH =, daterange("valid_from", "valid_to") WITH &&);
ALTER TABLE "school_authority"
  ADD CONSTRAINT "school_authority_one_at_a_time"
  EXCLUDE USING gist ("school_id" WITH =, daterange("valid_from", "valid_to") WITH &&);

ALTER TABLE "division" ADD CONSTRAINT "division_period" CHECK ("valid_to" > "valid_from");
ALTER TABLE "school" ADD CONSTRAINT "school_period" CHECK ("closed_on" >= "opened_on");
ALTER TABLE "school_name" ADD CONSTRAINT "school_name_period" CHECK ("valid_to" > "valid_from");
ALTER TABLE "school_identifier" ADD CONSTRAINT "school_identifier_period" CHECK ("valid_to" > "valid_from");
ALTER TABLE "school_division" ADD CONSTRAINT "school_division_period" CHECK ("valid_to" > "valid_from");
ALTER TABLE "school_authority" ADD CONSTRAINT "school_authority_period" CHECK ("valid_to" > "valid_from");
ALTER TABLE "school_event" ADD CONSTRAINT "school_event_period" CHECK ("until" >= "date");

ALTER TABLE "school_succession" ADD CONSTRAINT "school_succession_two_schools" CHECK ("predecessor_id" <> "successor_id");
ALTER TABLE "class_group" ADD CONSTRAINT "class_group_counts" CHECK ("students" >= 0 AND "grade" >= 0 AND "number" >= 0);
ALTER TABLE "enrolment_group" ADD CONSTRAINT "enrolment_group_counts" CHECK ("students" >= 0);
ALTER TABLE "student_outcome" ADD CONSTRAINT "student_outcome_counts" CHECK ("students" >= 0);
ALTER TABLE "school_condition" ADD CONSTRAINT "school_condition_counts" CHECK ("quantity" >= 0);
ALTER TABLE "population" ADD CONSTRAINT "population_counts" CHECK ("people" >= 0);
