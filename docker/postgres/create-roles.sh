#!/bin/sh
# Runs once, when the postgres image creates its data folder: makes the owner of the database and the publisher of the
# other side, with packages/local-postgres/sql/roles.sql, which the embedded PostgreSQL uses too.
# Needs KANBAN_OWNER, KANBAN_OWNER_PASSWORD, KANBAN_PUBLISHER, KANBAN_PUBLISHER_PASSWORD; POSTGRES_* come from the image.
set -eu
psql --set ON_ERROR_STOP=1 --no-psqlrc --quiet --output /dev/null --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --set owner="$KANBAN_OWNER" --set owner_password="$KANBAN_OWNER_PASSWORD" \
  --set publisher="$KANBAN_PUBLISHER" --set publisher_password="$KANBAN_PUBLISHER_PASSWORD" <<SQL
SELECT set_config('kanban.owner', :'owner', false), set_config('kanban.owner_password', :'owner_password', false),
       set_config('kanban.publisher', :'publisher', false), set_config('kanban.publisher_password', :'publisher_password', false);
\\i ${ROLES_SQL:-/etc/kanban/roles.sql}
SQL
