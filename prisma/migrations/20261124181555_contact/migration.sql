-- CreateTable
CREATE TABLE "contact" (
    "personId" UUID NOT NULL,
    "email" TEXT,
    "mobile" TEXT,
    "mailTopics" TEXT[],
    "smsTopics" TEXT[],
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("personId")
);

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
