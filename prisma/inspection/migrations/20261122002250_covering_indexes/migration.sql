-- DropIndex
DROP INDEX "rectification_task_school_id_idx";

-- CreateIndex
CREATE INDEX "finding_id_found_on_stage_idx" ON "finding"("id", "found_on", "stage");

-- CreateIndex
CREATE INDEX "rectification_task_counted_idx" ON "rectification_task"("school_id", "closed_on", "due_on", "finding_id", "origin");
