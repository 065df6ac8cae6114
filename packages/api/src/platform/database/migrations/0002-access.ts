// Accounts, sessions, memberships, one-time links, uploads, and the record of who read a contact.
import { grant, tenantTable } from './tenant.ts';

export const access: readonly string[] = [
  `create table accounts (
     id uuid primary key,
     username text not null unique,
     name text not null,
     password_hash text,
     language text not null default 'ZH' check (language in ('ZH', 'EN')),
     administrator boolean not null default false,
     disabled_at timestamptz,
     created_at timestamptz not null)`,
  grant('accounts'),

  `create table sessions (
     id uuid primary key,
     token_hash bytea not null unique,
     account_id uuid not null references accounts (id),
     label text not null,
     screen boolean not null default false,
     read_only boolean not null default false,
     created_at timestamptz not null,
     last_seen_at timestamptz not null,
     expires_at timestamptz not null,
     revoked_at timestamptz)`,
  `create index sessions_by_account on sessions (account_id)`,
  grant('sessions'),

  `create table password_links (
     token_hash bytea primary key,
     account_id uuid not null references accounts (id),
     expires_at timestamptz not null,
     used_at timestamptz)`,
  grant('password_links'),

  `create table uploads (
     id uuid primary key,
     account_id uuid not null references accounts (id),
     name text not null,
     bytes int not null,
     sha256 text not null,
     created_at timestamptz not null)`,
  grant('uploads'),

  `create table memberships (
     community_id uuid not null references communities (id),
     id uuid not null,
     account_id uuid not null references accounts (id),
     role text not null,
     person_id uuid,
     grid_id uuid,
     organization_id uuid,
     during tstzrange not null,
     primary key (community_id, id))`,
  `create index memberships_by_account on memberships (community_id, account_id)`,
  ...tenantTable('memberships'),

  `create table contact_reads (
     community_id uuid not null references communities (id),
     id uuid not null,
     at timestamptz not null,
     account_id uuid not null references accounts (id),
     subject_kind text not null check (subject_kind in ('HOUSEHOLD', 'REQUEST')),
     subject_id uuid not null,
     fields text[] not null,
     primary key (community_id, id))`,
  ...tenantTable('contact_reads', 'append-only'),
];
