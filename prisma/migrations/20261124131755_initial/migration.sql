-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "communityType" TEXT,
    "name" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "parentId" UUID,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "organisationId" UUID NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "body" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "organisationId" UUID NOT NULL,

    CONSTRAINT "body_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "bodyId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "position" TEXT NOT NULL,
    "validFrom" VARCHAR(10) NOT NULL,
    "validTo" VARCHAR(10),

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabledAt" TIMESTAMPTZ(3),

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "organisationId" UUID NOT NULL,
    "validFrom" VARCHAR(10) NOT NULL,
    "validTo" VARCHAR(10),

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "tokenHash" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "sign_in_failure" (
    "id" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_failure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rulebook" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "effectiveOn" VARCHAR(10) NOT NULL,
    "values" JSONB NOT NULL,
    "note" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rulebook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_version" (
    "version" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calendar_version_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "procedure" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "organisationId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "headHash" TEXT NOT NULL,
    "state" JSONB NOT NULL,
    "nextDueAt" TIMESTAMPTZ(3),
    "startedById" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "procedure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "procedureId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID,
    "data" JSONB NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("procedureId","seq")
);

-- CreateTable
CREATE TABLE "evidence" (
    "digest" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "content" TEXT,
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("digest")
);

-- CreateTable
CREATE TABLE "command_result" (
    "workflowId" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "command_result_pkey" PRIMARY KEY ("workflowId","step")
);

-- CreateTable
CREATE TABLE "participant" (
    "procedureId" UUID NOT NULL,
    "personId" UUID NOT NULL,

    CONSTRAINT "participant_pkey" PRIMARY KEY ("procedureId","personId")
);

-- CreateTable
CREATE TABLE "deadline" (
    "procedureId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "clause" TEXT NOT NULL,
    "dueOn" VARCHAR(10) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "metAt" TIMESTAMPTZ(3),
    "provisional" BOOLEAN NOT NULL,
    "calendarVersion" TEXT NOT NULL,
    "explanation" JSONB NOT NULL,

    CONSTRAINT "deadline_pkey" PRIMARY KEY ("procedureId","key")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "procedureId" UUID NOT NULL,
    "sourceKey" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "clause" TEXT,
    "params" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vote" (
    "id" UUID NOT NULL,
    "procedureId" UUID NOT NULL,
    "open" BOOLEAN NOT NULL,

    CONSTRAINT "vote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "elector" (
    "voteId" UUID NOT NULL,
    "personId" UUID NOT NULL,

    CONSTRAINT "elector_pkey" PRIMARY KEY ("voteId","personId")
);

-- CreateTable
CREATE TABLE "ballot" (
    "voteId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "choice" TEXT NOT NULL,
    "enteredById" UUID NOT NULL,
    "castAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ballot_pkey" PRIMARY KEY ("voteId","personId")
);

-- CreateTable
CREATE TABLE "publication" (
    "id" UUID NOT NULL,
    "procedureId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueOn" VARCHAR(10),
    "late" BOOLEAN NOT NULL,
    "takeDownOn" VARCHAR(10),
    "takenDownAt" TIMESTAMPTZ(3),

    CONSTRAINT "publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,
    "uploadedById" UUID NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "accountId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "status" INTEGER,
    "response" JSONB,
    "location" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("accountId","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "organisation_path_key" ON "organisation"("path");

-- CreateIndex
CREATE INDEX "organisation_parentId_idx" ON "organisation"("parentId");

-- CreateIndex
CREATE INDEX "person_organisationId_idx" ON "person"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "body_organisationId_kind_key" ON "body"("organisationId", "kind");

-- CreateIndex
CREATE INDEX "membership_bodyId_idx" ON "membership"("bodyId");

-- CreateIndex
CREATE INDEX "membership_personId_idx" ON "membership"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "account_username_key" ON "account"("username");

-- CreateIndex
CREATE UNIQUE INDEX "account_personId_key" ON "account"("personId");

-- CreateIndex
CREATE INDEX "role_grant_accountId_idx" ON "role_grant"("accountId");

-- CreateIndex
CREATE INDEX "role_grant_organisationId_role_idx" ON "role_grant"("organisationId", "role");

-- CreateIndex
CREATE INDEX "session_accountId_idx" ON "session"("accountId");

-- CreateIndex
CREATE INDEX "sign_in_failure_username_at_idx" ON "sign_in_failure"("username", "at");

-- CreateIndex
CREATE INDEX "sign_in_failure_address_at_idx" ON "sign_in_failure"("address", "at");

-- CreateIndex
CREATE UNIQUE INDEX "rulebook_organisationId_version_key" ON "rulebook"("organisationId", "version");

-- CreateIndex
CREATE INDEX "procedure_organisationId_startedAt_id_idx" ON "procedure"("organisationId", "startedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "procedure_startedAt_id_idx" ON "procedure"("startedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "procedure_nextDueAt_idx" ON "procedure"("nextDueAt");

-- CreateIndex
CREATE INDEX "participant_personId_idx" ON "participant"("personId");

-- CreateIndex
CREATE INDEX "deadline_state_dueAt_idx" ON "deadline"("state", "dueAt");

-- CreateIndex
CREATE INDEX "notification_procedureId_idx" ON "notification"("procedureId");

-- CreateIndex
CREATE UNIQUE INDEX "notification_personId_sourceKey_key" ON "notification"("personId", "sourceKey");

-- CreateIndex
CREATE INDEX "vote_procedureId_idx" ON "vote"("procedureId");

-- CreateIndex
CREATE INDEX "publication_organisationId_publishedAt_idx" ON "publication"("organisationId", "publishedAt" DESC);

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body" ADD CONSTRAINT "body_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rulebook" ADD CONSTRAINT "rulebook_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "procedure" ADD CONSTRAINT "procedure_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_procedureId_fkey" FOREIGN KEY ("procedureId") REFERENCES "procedure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_procedureId_fkey" FOREIGN KEY ("procedureId") REFERENCES "procedure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_procedureId_fkey" FOREIGN KEY ("procedureId") REFERENCES "procedure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_procedureId_fkey" FOREIGN KEY ("procedureId") REFERENCES "procedure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote" ADD CONSTRAINT "vote_procedureId_fkey" FOREIGN KEY ("procedureId") REFERENCES "procedure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "elector" ADD CONSTRAINT "elector_voteId_fkey" FOREIGN KEY ("voteId") REFERENCES "vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_voteId_fkey" FOREIGN KEY ("voteId") REFERENCES "vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_procedureId_fkey" FOREIGN KEY ("procedureId") REFERENCES "procedure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What happened is never rewritten: nobody changes, removes or empties the log of events, whatever their rights.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the log of events is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON "event" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_no_truncate BEFORE TRUNCATE ON "event" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The role as which the application works, whoever it signs in as (src/adapters/postgres/database.ts).
DO $$
BEGIN
  CREATE ROLE guicheng_app NOLOGIN;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
-- Two databases of one server may be migrated at once and would change the same membership.
DO $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('guicheng_app'));
  IF NOT pg_has_role(current_user, 'guicheng_app', 'SET') THEN
    EXECUTE format('GRANT guicheng_app TO %I WITH SET TRUE', current_user);
  END IF;
END $$;
GRANT USAGE ON SCHEMA public TO guicheng_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO guicheng_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO guicheng_app;
REVOKE UPDATE, DELETE, TRUNCATE ON "event" FROM guicheng_app;
-- A ballot that was cast stays as it was cast, and who may cast one stays as the vote was opened.
REVOKE UPDATE, DELETE, TRUNCATE ON "ballot", "elector" FROM guicheng_app;
DO $$
BEGIN
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN
    REVOKE INSERT, UPDATE, DELETE ON "_prisma_migrations" FROM guicheng_app;
  END IF;
END $$;
