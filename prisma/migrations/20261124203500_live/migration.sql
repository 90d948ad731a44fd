-- Whoever looks on is told that something moved, when the transaction is committed (docs/decisions/0018-server-sent-events.md). What moved is
-- read by whoever hears of it, with their own rights.
CREATE FUNCTION tell_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('guicheng_moved', NEW."id"::text);
  RETURN NULL;
END $$;
CREATE TRIGGER procedure_told AFTER INSERT OR UPDATE OF "version" ON "procedure" FOR EACH ROW EXECUTE FUNCTION tell_moved();

-- An account may see more or less than before, or is signed out.
CREATE FUNCTION tell_rights() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed jsonb := CASE WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
BEGIN
  PERFORM pg_notify('guicheng_rights', coalesce(changed ->> 'accountId', changed ->> 'id'));
  RETURN NULL;
END $$;
CREATE TRIGGER session_told AFTER DELETE ON "session" FOR EACH ROW EXECUTE FUNCTION tell_rights();
CREATE TRIGGER role_grant_told AFTER INSERT OR UPDATE OR DELETE ON "role_grant" FOR EACH ROW EXECUTE FUNCTION tell_rights();
CREATE TRIGGER account_told AFTER UPDATE OF "disabledAt" ON "account" FOR EACH ROW EXECUTE FUNCTION tell_rights();
