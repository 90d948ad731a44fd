-- CreateTable
CREATE TABLE "signed_head" (
    "procedureId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "keyId" TEXT NOT NULL,
    "signature" TEXT NOT NULL,

    CONSTRAINT "signed_head_pkey" PRIMARY KEY ("procedureId","seq")
);

-- CreateIndex
CREATE INDEX "signed_head_at_idx" ON "signed_head"("at");

-- AddForeignKey
ALTER TABLE "signed_head" ADD CONSTRAINT "signed_head_procedureId_fkey" FOREIGN KEY ("procedureId") REFERENCES "procedure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was signed is never rewritten: append-only, whatever somebody's rights, like the log that it vouches for.
CREATE TRIGGER signed_head_append_only BEFORE UPDATE OR DELETE ON "signed_head" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER signed_head_no_truncate BEFORE TRUNCATE ON "signed_head" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON "signed_head" FROM guicheng_app;
