-- DropIndex
DROP INDEX "payment_school_id_paid_on_idx";

-- CreateIndex
CREATE INDEX "finance_return_year_school_id_origin_idx" ON "finance_return"("year", "school_id", "origin");

-- CreateIndex
CREATE INDEX "payment_counted_idx" ON "payment"("school_id", "paid_on", "stage", "economic_class", "source_level", "amount", "person_times");
