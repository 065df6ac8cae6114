// Owns the thread in which one file of a plan is read; then it ends.
// Refuses the database and the network. Plain type stripping must suffice to run it.
import { parentPort, workerData } from 'node:worker_threads';
import { readPlanFile } from './plan-rows.ts';

const port = parentPort;
if (!port) throw new Error('A plan file is read in a worker thread only');
port.postMessage(await readPlanFile(workerData as Uint8Array));
