-- AlterTable
ALTER TABLE "account" ADD COLUMN     "oidcIssuer" TEXT,
ADD COLUMN     "oidcSubject" TEXT,
ALTER COLUMN "passwordHash" DROP NOT NULL;

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "oidc" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "sign_in_flow" (
    "tokenHash" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "nonce" TEXT NOT NULL,
    "codeVerifier" TEXT NOT NULL,
    "returnTo" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_flow_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateIndex
CREATE INDEX "sign_in_flow_address_idx" ON "sign_in_flow"("address");

-- CreateIndex
CREATE INDEX "sign_in_flow_expiresAt_idx" ON "sign_in_flow"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "account_oidcIssuer_oidcSubject_key" ON "account"("oidcIssuer", "oidcSubject");
