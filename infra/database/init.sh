#!/bin/sh
# The login and its database; tables, policies and the application role come from the server's migrations.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$QINGHE_PASSWORD" --username postgres <<'SQL'
create role qinghe login createrole password :'password';
create database qinghe owner qinghe;
\connect qinghe
create extension postgis;
create extension btree_gist;
SQL
