-- CreateIndex
CREATE INDEX "class_group_counted_idx" ON "class_group"("year", "school_id", "stage", "students");

-- CreateIndex
CREATE INDEX "school_return_year_school_id_origin_idx" ON "school_return"("year", "school_id", "origin");
