// A process that the tests kill or refuse: opens the directory given first, then writes rows for ever, and prints the id
// of each row after its COMMIT was answered. It refuses to clean up.
import { openForTest } from './test-bed.ts';

const [directory = ''] = process.argv.slice(2);

try {
  const database = await openForTest(directory);
  const { rows } = await database.query<{ last: number }>('select coalesce(max(id), 0) as last from rows');
  for (let id = (rows[0]?.last ?? 0) + 1; ; id += 1) {
    await database.transaction(async (transaction) => {
      await transaction.query('insert into rows values ($1, 1)', [id]);
      await transaction.query('insert into rows values ($1, 2)', [id]);
    });
    process.stdout.write(`${id}\n`);
  }
} catch (error) {
  process.stdout.write(
    `${JSON.stringify({ code: (error as { code?: string }).code, message: (error as Error).message })}\n`,
  );
  process.exit(1);
}
