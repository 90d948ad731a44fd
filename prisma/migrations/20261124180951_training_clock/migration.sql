-- CreateTable
CREATE TABLE "training_clock" (
    "id" INTEGER NOT NULL,
    "offsetMs" BIGINT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "movedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "training_clock_pkey" PRIMARY KEY ("id")
);

-- A database that is for training stays one, and its clock only goes forward.
CREATE FUNCTION refuse_unmarking() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a training database stays marked, and its clock goes forward only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER training_clock_stays BEFORE DELETE ON "training_clock" FOR EACH ROW EXECUTE FUNCTION refuse_unmarking();
CREATE TRIGGER training_clock_no_truncate BEFORE TRUNCATE ON "training_clock" FOR EACH STATEMENT EXECUTE FUNCTION refuse_unmarking();
CREATE TRIGGER training_clock_forward BEFORE UPDATE ON "training_clock" FOR EACH ROW
  WHEN (NEW."offsetMs" < OLD."offsetMs" OR NEW."id" <> OLD."id") EXECUTE FUNCTION refuse_unmarking();
ALTER TABLE "training_clock" ADD CONSTRAINT "training_clock_one" CHECK ("id" = 1);
