-- Roles and databases, run once as superuser when the server is new (docker-compose.yml mounts it through init.sh).
-- The migration step signs in as guicheng_owner, who owns the tables; API and worker sign in as guicheng_login, who is a member of guicheng_app and
-- nothing else: it can neither change the log nor a table.
CREATE ROLE guicheng_app NOLOGIN;
-- CREATEROLE only lets the initial migration find that guicheng_app is there already.
CREATE ROLE guicheng_owner LOGIN CREATEROLE PASSWORD :'owner_password';
GRANT guicheng_app TO guicheng_owner WITH SET TRUE;
CREATE ROLE guicheng_login LOGIN PASSWORD :'login_password';
GRANT guicheng_app TO guicheng_login WITH SET TRUE;
CREATE DATABASE guicheng OWNER guicheng_owner;
REVOKE CONNECT, TEMPORARY ON DATABASE guicheng FROM PUBLIC;
GRANT CONNECT ON DATABASE guicheng TO guicheng_app;
CREATE ROLE temporal LOGIN PASSWORD :'temporal_password';
CREATE DATABASE temporal OWNER temporal;
CREATE DATABASE temporal_visibility OWNER temporal;
