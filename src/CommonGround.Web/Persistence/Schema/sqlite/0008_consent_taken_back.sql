-- How a yes was taken back, and who entered it.
ALTER TABLE "consent" ADD COLUMN "withdrawn_way" INTEGER NULL;
ALTER TABLE "consent" ADD COLUMN "withdrawn_by_person_id" TEXT NULL;
