// Accounts and sessions are global; a membership gives an account a role in one community for a time.
import { defineEntity, p } from '@mikro-orm/sql';

const AccountSchema = defineEntity({
  name: 'Account',
  tableName: 'accounts',
  properties: {
    id: p.uuid().primary(),
    username: p.text(),
    name: p.text(),
    passwordHash: p.text().nullable(),
    /** ZH or EN once its owner chose; null follows the browser. */
    language: p.text().nullable(),
    administrator: p.boolean(),
    disabledAt: p.datetime().columnType('timestamptz').nullable(),
    createdAt: p.datetime().columnType('timestamptz'),
  },
});
export class Account extends AccountSchema.class {}
AccountSchema.setClass(Account);

const SessionSchema = defineEntity({
  name: 'Session',
  tableName: 'sessions',
  properties: {
    id: p.uuid().primary(),
    /** SHA-256 of the token; the token itself is in the browser's cookie only. */
    tokenHash: p.type(Buffer).columnType('bytea'),
    accountId: p.uuid(),
    label: p.text(),
    /** 投屏 is on: everything personal is withheld. */
    screen: p.boolean(),
    /** Signed in as a big screen: stays so all day, can write nothing, ends when left. */
    readOnly: p.boolean(),
    createdAt: p.datetime().columnType('timestamptz'),
    lastSeenAt: p.datetime().columnType('timestamptz'),
    expiresAt: p.datetime().columnType('timestamptz'),
    revokedAt: p.datetime().columnType('timestamptz').nullable(),
  },
});
export class Session extends SessionSchema.class {}
SessionSchema.setClass(Session);

const PasswordLinkSchema = defineEntity({
  name: 'PasswordLink',
  tableName: 'password_links',
  properties: {
    tokenHash: p.type(Buffer).columnType('bytea').primary(),
    accountId: p.uuid(),
    expiresAt: p.datetime().columnType('timestamptz'),
    usedAt: p.datetime().columnType('timestamptz').nullable(),
  },
});
export class PasswordLink extends PasswordLinkSchema.class {}
PasswordLinkSchema.setClass(PasswordLink);

const UploadSchema = defineEntity({
  name: 'Upload',
  tableName: 'uploads',
  properties: {
    id: p.uuid().primary(),
    accountId: p.uuid(),
    name: p.text(),
    bytes: p.integer(),
    sha256: p.text(),
    createdAt: p.datetime().columnType('timestamptz'),
  },
});
export class Upload extends UploadSchema.class {}
UploadSchema.setClass(Upload);

export const ACCESS_ENTITIES = [AccountSchema, SessionSchema, PasswordLinkSchema, UploadSchema] as const;
