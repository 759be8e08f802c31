-- Amounts may be negative: a payment or an allotment can be taken back.
ALTER TABLE "project" ADD CONSTRAINT "project_period" CHECK ("period_end" >= "period_start");
ALTER TABLE "project"
  ADD CONSTRAINT "project_counts"
  CHECK ("count" >= 0 AND "site_area_m2" >= 0 AND "floor_area_m2" >= 0 AND "playground_area_m2" >= 0);
ALTER TABLE "procurement_line" ADD CONSTRAINT "procurement_line_counts" CHECK ("quantity" >= 0);
ALTER TABLE "payment" ADD CONSTRAINT "payment_counts" CHECK ("person_times" >= 0);
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_counts" CHECK ("recipients" >= 0);
