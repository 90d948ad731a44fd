#!/bin/sh
# Backs up the three databases, Temporal's first: a record that is later than its workflows is caught up with (docs/decisions/0015-backup.md).
set -eu
umask 077
folder="/backups/$(date -u +%Y%m%dT%H%M%SZ)"
mkdir "$folder"
for database in temporal temporal_visibility guicheng; do
  pg_dump --format=custom --file="$folder/$database.dump" "$database"
done
echo "$folder"
