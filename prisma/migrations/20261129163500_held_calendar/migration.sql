-- The newest holiday table, held until the transaction ends; its days only for whoever does not know that version yet. An import waits for those
-- that hold one, and whoever comes while it is at work waits for it. Two statements, so that the second sees what was written while the first
-- waited: a statement sees only what was there when it began.
CREATE FUNCTION held_calendar(known text) RETURNS TABLE ("version" text, "data" jsonb) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtext('calendar_version'));
  RETURN QUERY
    SELECT newest."version", CASE WHEN newest."version" = known THEN NULL ELSE newest."data" END
      FROM "calendar_version" AS newest ORDER BY newest."createdAt" DESC, newest."version" DESC LIMIT 1;
END $$;
GRANT EXECUTE ON FUNCTION held_calendar(text) TO guicheng_app;
