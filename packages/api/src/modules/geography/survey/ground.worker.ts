// Owns the thread in which one ground is derived; then it ends.
// Refuses the database and the network. Plain type stripping must suffice to run it.
import { parentPort, workerData } from 'node:worker_threads';
import { deriveGround, type GroundInput } from './derive-ground.ts';

const port = parentPort;
if (!port) throw new Error('A ground is derived in a worker thread only');
port.postMessage(deriveGround(workerData as GroundInput));
