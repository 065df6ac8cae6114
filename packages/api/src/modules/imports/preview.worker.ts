// Owns the thread in which files are read and checked: one import per thread, then it ends.
// Refuses the database and the network. Plain type stripping must suffice to run it.
import { parentPort, workerData } from 'node:worker_threads';
import { previewImport, type PreviewInput } from './preview.ts';

const port = parentPort;
if (!port) throw new Error('Imports are read in a worker thread only');
port.postMessage(await previewImport(workerData as PreviewInput));
