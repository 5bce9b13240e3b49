/** @module-tag built */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findRedis } from '../../scripts/redis.mjs';
import { gaitlab, QUICK } from '../cli/gaitlab.ts';
import { type Program, program, programWith, startWorker, summaryOf } from './processes.ts';
import { freePort, isWithoutRedis, type RedisServer, startRedis } from './redis.ts';

const RUN = ['evolve', ...QUICK, '--set', 'optimizer.populationSize=12', '--generations', '6', '--json'];

/** A server without TLS does not know the setting; one with it asks for a number. */
function isWithoutTls(): boolean {
  const server = findRedis();
  if (server === undefined) return true;
  const { stdout, stderr } = spawnSync(server, ['--tls-port', 'none'], { encoding: 'utf8' });
  const isMissing = /Bad directive/.test(stdout + stderr) || spawnSync('openssl', ['version']).error !== undefined;
  if (isMissing) console.error(`The test of TLS needs openssl, and a ${server} with TLS.`);
  return isMissing;
}

describe.skipIf(isWithoutRedis || isWithoutTls())('a queue with TLS', () => {
  const home = mkdtempSync(join(tmpdir(), 'gaitlab-tls-'));
  const [key, certificate] = [join(home, 'key.pem'), join(home, 'certificate.pem')];
  const trusting = { NODE_EXTRA_CA_CERTS: certificate };
  const programs: Program[] = [];
  const started = (each: Program) => {
    programs.push(each);
    return each;
  };
  let redis: RedisServer;
  let port: number;
  const urlOf = (host: string) => `rediss://${host}:${port}/0`;

  beforeAll(async () => {
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
    const subject = ['-subj', '/CN=queue', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '2'];
    const files = ['-keyout', key, '-out', certificate];
    execFileSync('openssl', ['req', '-x509', ...curve, ...subject, ...files], { stdio: 'pipe' });
    port = await freePort();
    const own = ['--tls-cert-file', certificate, '--tls-key-file', key, '--tls-ca-cert-file', certificate];
    redis = await startRedis('--tls-port', String(port), ...own, '--tls-auth-clients', 'no');
  });

  afterAll(async () => {
    for (const { process } of programs) process.kill('SIGKILL');
    await redis.remove();
    rmSync(home, { recursive: true });
  });

  test('is used by run and worker that trust its certificate, to the bits of a local run', async () => {
    started(await startWorker(urlOf('127.0.0.1'), 'trusts it', trusting));
    const run = started(programWith(trusting, ...RUN, '--queue', urlOf('127.0.0.1')));
    expect(await run.ended, run.printed()).toBe(0);
    const local = summaryOf((await gaitlab([...RUN, '--workers', '1'])).out);
    expect(summaryOf(run.printed())).toMatchObject({ historyHash: local.historyHash });
  });

  test('is refused in a sentence where its certificate is of an unknown authority or of another host', async () => {
    const refused = async (each: Program, reason: RegExp) => {
      expect(await started(each).ended, each.printed()).toBe(2);
      expect(each.printed()).toMatch(
        /^gaitlab: the certificate of the queue at \S+ is not accepted: .*NODE_EXTRA_CA_CERTS/,
      );
      expect(each.printed()).toMatch(reason);
    };
    await refused(program(...RUN, '--queue', urlOf('127.0.0.1')), /\(DEPTH_ZERO_SELF_SIGNED_CERT\)/);
    await refused(program('worker', '--queue', urlOf('127.0.0.1')), /\(DEPTH_ZERO_SELF_SIGNED_CERT\)/);
    const elsewhere = programWith(trusting, ...RUN, '--queue', urlOf('localhost'));
    await refused(elsewhere, /localhost.*\(ERR_TLS_CERT_ALTNAME_INVALID\)/);
  });
});
