-- CreateTable
CREATE TABLE "clock_move" (
    "id" UUID NOT NULL,
    "askedById" UUID NOT NULL,
    "fromAt" TIMESTAMPTZ(3) NOT NULL,
    "toAt" TIMESTAMPTZ(3) NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "clock_move_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clock_heard" (
    "procedureId" UUID NOT NULL,
    "offsetMs" BIGINT NOT NULL,

    CONSTRAINT "clock_heard_pkey" PRIMARY KEY ("procedureId")
);

-- CreateIndex
CREATE INDEX "clock_move_settledAt_idx" ON "clock_move"("settledAt");

-- AddForeignKey
ALTER TABLE "clock_heard" ADD CONSTRAINT "clock_heard_procedureId_fkey" FOREIGN KEY ("procedureId") REFERENCES "procedure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A database is marked as training before anything is entered, by whoever owns it. Who enters something at the same moment waits for it.
CREATE FUNCTION refuse_late_marking() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE "organisation" IN SHARE MODE;
  IF EXISTS (SELECT FROM "organisation") THEN
    RAISE EXCEPTION 'only a new database can be marked as training' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER training_clock_new BEFORE INSERT ON "training_clock" FOR EACH ROW EXECUTE FUNCTION refuse_late_marking();
REVOKE INSERT, DELETE, TRUNCATE ON "training_clock" FROM guicheng_app;
-- Who moved the clock, and where to, stays on record.
REVOKE DELETE, TRUNCATE ON "clock_move" FROM guicheng_app;
