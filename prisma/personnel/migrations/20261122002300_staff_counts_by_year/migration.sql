-- A year of a county lies side by side and is read from the index alone; school_id finds what to count again. As every
-- summary this stays out of hub_log.
ALTER TABLE hub_summary.staff_count DROP CONSTRAINT staff_count_school_id_year_stage_person_id_key;
CREATE UNIQUE INDEX staff_count_key ON hub_summary.staff_count (year, school_id, stage, person_id)
  INCLUDE (teachers, permanent_staff, staff, teacher_fte) NULLS NOT DISTINCT;
CREATE INDEX staff_count_school ON hub_summary.staff_count (school_id);
