ALTER TABLE "person" ADD CONSTRAINT "person_period" CHECK ("left_on" >= "hired_on");
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_period" CHECK ("valid_to" > "valid_from");
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_counts" CHECK ("fte" >= 0);
ALTER TABLE "staff_honour" ADD CONSTRAINT "staff_honour_period" CHECK ("valid_to" > "granted_on");
ALTER TABLE "training_attendance"
  ADD CONSTRAINT "training_attendance_counts" CHECK ("persons" >= 0 AND "attendances" >= 0 AND "hours" >= 0);
ALTER TABLE "research_project" ADD CONSTRAINT "research_project_counts" CHECK ("participants" >= 0);
ALTER TABLE "staffing_quota" ADD CONSTRAINT "staffing_quota_counts" CHECK ("posts" >= 0);
ALTER TABLE "personnel_activity" ADD CONSTRAINT "personnel_activity_counts" CHECK ("quantity" >= 0);
