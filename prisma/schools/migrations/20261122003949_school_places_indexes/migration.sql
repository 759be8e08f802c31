-- DropIndex
DROP INDEX "school_division_division_code_idx";

-- CreateIndex
CREATE INDEX "school_authority_school_id_valid_from_valid_to_authority_id_idx" ON "school_authority"("school_id", "valid_from", "valid_to", "authority_id");

-- CreateIndex
CREATE INDEX "school_division_school_id_valid_from_valid_to_division_code_idx" ON "school_division"("school_id", "valid_from", "valid_to", "division_code");

-- CreateIndex
CREATE INDEX "school_division_division_code_valid_from_valid_to_school_id_idx" ON "school_division"("division_code", "valid_from", "valid_to", "school_id");
