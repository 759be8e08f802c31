ALTER TABLE "complaint" ADD CONSTRAINT "complaint_period" CHECK ("closed_on" >= "received_on");
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_counts" CHECK ("persons" >= 0);
ALTER TABLE "inspection_activity" ADD CONSTRAINT "inspection_activity_counts" CHECK ("quantity" >= 0);
