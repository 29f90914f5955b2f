-- How a step is held, and that a case does without it.
ALTER TABLE "step_state" ADD COLUMN "planned_place" INTEGER NULL;
ALTER TABLE "step_state" ADD COLUMN "left_out_at" TEXT NULL;
ALTER TABLE "step_state" ADD COLUMN "left_out_because" INTEGER NULL;
