// Proves the demo and communities of 100 buildings in a worker of a real browser: time to the first plan and to the proof, memory, and how
// long a cancel takes. `node bench/browser-proof.mjs [ROUNDS]`; prints a table, asserts nothing: wall time belongs to the machine.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from '../../../scripts/lib/chromium.mjs';
import { blocks } from '../test/communities.ts';
import { demoInstance } from '../test/demo-instance.ts';

const ROUNDS = Number(process.argv[2] ?? 3);
const root = join(import.meta.dirname, '..');
const TYPES = { '.ts': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm' };
const INSTANCES = {
  'demo 76/15': demoInstance(),
  'demo 79/15': demoInstance(true),
  ...Object.fromEntries([11, 12, 13].map((seed) => [`100/15 ±10 % s${seed}`, blocks(100, 15, 0.1, seed)])),
  '100/15 ±15 % s12': blocks(100, 15, 0.15, 12),
};

/** Sources as they are, types stripped: what the browser runs is what the tests run. */
function bodyOf(path) {
  if (path === '/') return '<!doctype html><title>proof</title>';
  const file = readFileSync(join(root, normalize(path)));
  return path.endsWith('.ts') ? stripTypeScriptTypes(file.toString('utf8')) : file;
}

function answer({ url }, response) {
  const { pathname } = new URL(url, 'http://localhost');
  try {
    const body = bodyOf(pathname);
    // Isolated, so that memory can be shared with the worker: that is how a busy solver hears of a cancel.
    response.writeHead(200, {
      'content-type': TYPES[extname(pathname)] ?? 'text/html',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
}

/** In the page: one worker, started on demand, and what is measured about it from outside. */
function installWorker() {
  const listen = (worker) =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = (event) => reject(new Error(event.message));
    });
  const compiled = WebAssembly.compileStreaming(fetch('/node_modules/highs/build/highs.wasm'));
  const start = async () => {
    const wasmModule = await compiled;
    const worker = new Worker('/bench/proof.worker.mjs', { type: 'module' });
    worker.postMessage({ wasmModule });
    await listen(worker);
    return worker;
  };
  const run = (worker, instance, searches, stop = new SharedArrayBuffer(4)) => {
    worker.postMessage({ instance, stop, searches });
    return listen(worker);
  };
  globalThis.proofs = {
    /** The first proof of a fresh worker, and the next one of the same: by then the browser has compiled what is hot. */
    async prove(instance, searches) {
      const worker = await start();
      const { answer: cold } = await run(worker, instance, searches);
      const { answer: warm } = await run(worker, instance, searches);
      worker.terminate();
      return { ...cold, warmMs: warm.provedMs };
    },
    /** Milliseconds from the wish to the worker's answer; null when it was done before. */
    async cancel(instance, afterMs) {
      const worker = await start();
      const stop = new SharedArrayBuffer(4);
      let wished = null;
      const timer = setTimeout(() => {
        wished = performance.now();
        Atomics.store(new Int32Array(stop), 0, 1);
      }, afterMs);
      const { answer: proof } = await run(worker, instance, false, stop);
      const ms = wished === null ? null : performance.now() - wished;
      clearTimeout(timer);
      worker.terminate();
      return { ms, status: proof.status };
    },
    /** Milliseconds until another worker stands ready after one was ended in the midst of its work. */
    async restart(instance, afterMs) {
      const worker = await start();
      void run(worker, instance, false);
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      const wished = performance.now();
      worker.terminate();
      (await start()).terminate();
      return performance.now() - wished;
    },
  };
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const print = (text) => process.stdout.write(`${text}\n`);
const megabytes = (bytes) => Math.round(bytes / 1e5) / 10;

/** Of all renderers: CPU so far in milliseconds, and the most memory that one ever held in MB. */
async function renderers(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const own = processInfo.filter(({ type }) => type === 'renderer');
  const peaks = own.map(
    ({ id }) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1e3,
  );
  await session.detach();
  return { cpuMs: own.reduce((sum, { cpuTime }) => sum + cpuTime * 1e3, 0), peak: Math.round(Math.max(...peaks)) };
}

const HEAD = [
  ['instance', 17],
  ['grids', 8],
  ['search', 7],
  ['first plan ms', 14],
  ['searched', 9],
  ['enumerated', 11],
  ['proved ms', 10],
  ['again', 6],
  ['CPU of both', 11],
  ['status', 7],
  ['cut', 6],
  ['bound', 6],
  ['columns MB', 11],
  ['solver MB', 10],
  ['renderer peak MB', 16],
];
const row = (cells) => HEAD.map(([, width], at) => String(cells[at]).padEnd(width)).join(' ');

async function proofs(browser, origin) {
  print(row(HEAD.map(([name]) => name)));
  for (const [name, instance] of Object.entries(INSTANCES))
    for (const searches of [true, false]) print(row(await proof(browser, origin, { name, instance, searches })));
}

async function proof(browser, origin, { name, instance, searches }) {
  const page = await openPage(browser, origin);
  const runs = [];
  const before = await renderers(browser);
  for (let round = 0; round < ROUNDS; round += 1)
    runs.push(await page.evaluate(([given, flag]) => globalThis.proofs.prove(given, flag), [instance, searches]));
  const { cpuMs, peak } = await renderers(browser);
  await page.close();
  const [{ status, cut, bound, stats, columnBytes, solverBytes }] = runs;
  const times = ['firstMs', 'searchedMs', 'enumeratedMs', 'provedMs', 'warmMs'];
  return [
    name,
    stats.grids,
    searches ? 'yes' : 'no',
    ...times.map((key) => median(runs.map((run) => run[key]))),
    Math.round((cpuMs - before.cpuMs) / ROUNDS),
    status,
    cut,
    bound,
    megabytes(columnBytes),
    megabytes(solverBytes),
    peak,
  ];
}

async function cancels(browser, origin) {
  const page = await openPage(browser, origin);
  const instance = INSTANCES['100/15 ±15 % s12'];
  for (const afterMs of [50, 150, 300, 450, 600, 900, 1200, 1800]) {
    const { ms, status } = await page.evaluate(
      ([given, after]) => globalThis.proofs.cancel(given, after),
      [instance, afterMs],
    );
    print(`cancel after ${afterMs} ms: ${ms === null ? 'done before' : `${Math.round(ms)} ms`} (${status})`);
  }
  const restarted = await page.evaluate((given) => globalThis.proofs.restart(given, 600), instance);
  print(`end the worker instead: another ready after ${Math.round(restarted)} ms`);
  await page.close();
}

async function openPage(browser, origin) {
  const page = await browser.newPage();
  await page.goto(origin);
  await page.evaluate(installWorker);
  return page;
}

const server = createServer(answer);
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});
try {
  const origin = `http://127.0.0.1:${server.address().port}/`;
  await proofs(browser, origin);
  await cancels(browser, origin);
} finally {
  await browser.close();
  server.close();
}
