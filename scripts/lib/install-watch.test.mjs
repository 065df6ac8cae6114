// Proves that a broken network is told from a slow one, by pnpm's own lines.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainInstallFailure } from './install-failure.mjs';
import { InstallWatch } from './install-watch.mjs';

const warning = (code) =>
  `[WARN] GET https://registry.example/yaml/-/yaml-2.9.1.tgz error (${code}). Will retry in 10 seconds. 2 retries left.\n`;
const progressLine = (downloaded) => `Progress: resolved 0, reused 0, downloaded ${downloaded}, added 0\n`;

test('errors without headway are being stuck', () => {
  const watch = new InstallWatch(0);
  watch.take(warning('SELF_SIGNED_CERT_IN_CHAIN'), 1_000);
  assert.equal(watch.isStuck(44_000), false);
  assert.equal(watch.isStuck(45_000), true);
  assert.match(watch.describe(45_000), /0 packages; the registry does not answer \(SELF_SIGNED_CERT_IN_CHAIN\)/);
});

test('a line that still brings packages is only slow, and so is silence without an error', () => {
  const watch = new InstallWatch(0);
  watch.take(warning('ECONNRESET'), 1_000);
  watch.take(progressLine(3).slice(0, 20), 40_000);
  watch.take(progressLine(3).slice(20), 40_000);
  assert.equal(watch.isStuck(80_000), false);
  assert.equal(watch.describe(41_000), '3 packages');
  assert.equal(watch.isStuck(85_000), true);
  const noError = new InstallWatch(0);
  noError.take(progressLine(3), 1_000);
  assert.equal(noError.isStuck(1_000_000), false);
});

test('two minutes without any package are being stuck, sooner when the network is known to be at fault', () => {
  const watch = new InstallWatch(0);
  watch.take(progressLine(0), 1_000);
  assert.equal(watch.isStuck(119_000), false);
  assert.equal(watch.isStuck(120_000), true);
  watch.blame('ENOTFOUND');
  assert.equal(watch.isStuck(46_000), true);
});

test('what pnpm calls these errors is explained', () => {
  const sentence = (code) => explainInstallFailure(warning(code), 'installing').message;
  assert.match(sentence('UND_ERR_CONNECT_TIMEOUT'), /cannot be reached/);
  assert.match(sentence('ENOTFOUND'), /cannot be reached/);
  assert.match(sentence('SELF_SIGNED_CERT_IN_CHAIN'), /NODE_EXTRA_CA_CERTS/);
  assert.match(sentence('UNABLE_TO_GET_ISSUER_CERT_LOCALLY'), /NODE_EXTRA_CA_CERTS/);
});
