#!/bin/sh
# Run by the postgres image when its volume is new. psql reads the passwords as variables, so they are in no process list.
set -eu
psql --username "$POSTGRES_USER" --dbname postgres --set ON_ERROR_STOP=1 <<'SQL'
\getenv owner_password OWNER_PASSWORD
\getenv login_password LOGIN_PASSWORD
\getenv temporal_password TEMPORAL_DB_PASSWORD
\i /docker/roles.sql
SQL
