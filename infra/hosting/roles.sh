#!/bin/sh
# Run once by the image of PostgreSQL, when its folder is empty: the statements of docs/hosts/postgresql.md, with passwords of .env.
set -eu
psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" \
  --set=owner="$OWNER_PASSWORD" --set=service="$SERVICE_PASSWORD" --set=cases="$CASES_PASSWORD" <<'SQL'
create role village_app nologin;
create role village_lister nologin;
create role village_owner login password :'owner';
create role village_service login password :'service' noinherit;
grant village_app, village_lister to village_owner, village_service;
create database village owner village_owner encoding 'UTF8' template template0;
create role village_cases login password :'cases' nosuperuser;
create database village_cases owner village_cases encoding 'UTF8' template template0;
revoke connect on database village_cases from public;
SQL
