-- CreateIndex
CREATE INDEX "staff_return_year_school_id_origin_idx" ON "staff_return"("year", "school_id", "origin");

-- CreateIndex
CREATE INDEX "staffing_quota_year_school_id_posts_idx" ON "staffing_quota"("year", "school_id", "posts");
