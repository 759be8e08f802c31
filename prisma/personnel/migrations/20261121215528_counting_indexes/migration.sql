-- DropIndex
DROP INDEX "assignment_school_id_valid_from_idx";

-- CreateIndex
CREATE INDEX "assignment_counted_idx" ON "assignment"("school_id", "valid_from", "valid_to", "stage", "person_id", "role", "holds_post", "teaches", "fte");

-- CreateIndex
CREATE INDEX "person_id_employment_idx" ON "person"("id", "employment");
