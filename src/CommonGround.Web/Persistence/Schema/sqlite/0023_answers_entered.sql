-- Who saved answers last, and when each one was written as it stands.
ALTER TABLE "form_response" ADD COLUMN "saved_by_person_id" TEXT NULL;
ALTER TABLE "stored_answer" ADD COLUMN "entered_at" TEXT NULL;
