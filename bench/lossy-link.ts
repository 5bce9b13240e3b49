import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Two network namespaces, each with an address, and between them a link that delays packets and drops some. */
export interface LossyLink {
  /** Names of the namespaces. */
  near: string;
  far: string;
  /** Address of the near one. */
  host: string;
  /** Ends all programs in both and removes them. Returns the link's count of packets. */
  remove(): Promise<string>;
}

const NET = '10.213.77';
const DEVICE = 'lossy';

const ip = (...words: string[]) => execFileSync('ip', words, { encoding: 'utf8', stdio: 'pipe' });

/** What is missing for a link here, as a sentence; empty if nothing is. */
function missing(): string {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'Network namespaces need Linux and the rights of root.';
  try {
    ip('netns', 'list');
  } catch {
    return 'The program ip cannot be run: install iproute2.';
  }
  return '';
}

/** Compiles the link, `bench/lossy-link.cpp`. Throws an Error that says what is missing. */
function compiled(folder: string): string {
  const program = join(folder, 'lossy-link');
  try {
    execFileSync('g++', ['-O2', '-std=c++17', '-o', program, 'bench/lossy-link.cpp'], { stdio: 'pipe' });
  } catch (error) {
    const { code, stderr } = error as { code?: string; stderr?: Buffer };
    throw new Error(code === 'ENOENT' ? 'g++ is not installed.' : `The link does not compile: ${stderr}`);
  }
  return program;
}

/**
 * Packets take `delay` ms in each direction, and the share `loss` of them is dropped at random, the same for each seed as long as
 * they are sent in the same order. Rejects with an Error that says what is missing.
 */
export async function startLossyLink(delay: number, loss: number, seed = 1): Promise<LossyLink> {
  const lack = missing();
  if (lack !== '') throw new Error(lack);
  const folder = mkdtempSync(join(tmpdir(), 'gaitlab-link-'));
  const spaces = [`gaitlab-near-${process.pid}`, `gaitlab-far-${process.pid}`];
  let link: ChildProcess | undefined;
  let printed = '';

  async function remove(): Promise<string> {
    for (const space of spaces) {
      let pids = '';
      try {
        pids = ip('netns', 'pids', space);
      } catch {
        continue;
      }
      for (const pid of pids.split('\n').filter(Boolean)) if (Number(pid) !== link?.pid) process.kill(Number(pid));
      ip('netns', 'del', space);
    }
    if (link?.kill()) await once(link, 'exit');
    rmSync(folder, { recursive: true, force: true });
    return printed.replace('ready', '').trim();
  }

  try {
    const program = compiled(folder);
    for (const [i, space] of spaces.entries()) {
      ip('netns', 'add', space);
      ip('-n', space, 'link', 'set', 'lo', 'up');
      ip('-n', space, 'tuntap', 'add', 'dev', DEVICE, 'mode', 'tun');
      ip('-n', space, 'addr', 'add', `${NET}.${i + 1}/24`, 'dev', DEVICE);
      ip('-n', space, 'link', 'set', DEVICE, 'up');
    }
    const words = [...spaces, DEVICE, String(delay), String(loss), String(seed)];
    link = spawn(program, words, { stdio: ['ignore', 'pipe', 'inherit'] });
    link.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
    await Promise.race([
      once(link.stdout!, 'data'),
      once(link, 'exit').then(() => Promise.reject(new Error('The link did not start.'))),
    ]);
  } catch (error) {
    await remove();
    throw error;
  }
  return { near: spaces[0]!, far: spaces[1]!, host: `${NET}.1`, remove };
}
