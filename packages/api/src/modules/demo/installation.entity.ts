// Owns the one row that says what a database is: a demo or a real installation, and up to when a demo was filled.
// Refuses a second row and a change of kind: nothing here ever updates it.
import { defineEntity, p } from '@mikro-orm/sql';
import { registerEntities } from '#platform/database/entities';

const InstallationSchema = defineEntity({
  name: 'Installation',
  tableName: 'installation',
  properties: {
    id: p.integer().primary(),
    kind: p.text(),
    demoSeed: p.integer().nullable(),
    /** Everything that happens in the demo before this instant has been stored; null while the world is not there yet. */
    demoFilledTo: p.datetime().columnType('timestamptz').nullable(),
    createdAt: p.datetime().columnType('timestamptz'),
  },
});
export class Installation extends InstallationSchema.class {}
InstallationSchema.setClass(Installation);

registerEntities(InstallationSchema);
