// Installs the fonts that the page images are lettered with, unless they are there already.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const module = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const installed = path.join(module, 'node_modules/.lantai-lock');
const wanted = createHash('sha256').update(readFileSync(path.join(module, 'package-lock.json'))).digest('hex');

if (!existsSync(installed) || readFileSync(installed, 'utf8') !== wanted) {
  const npm = spawnSync('npm', ['ci'], { cwd: module, stdio: 'inherit', shell: process.platform === 'win32' });
  if (npm.status !== 0) {
    console.error('npm ci failed. Lantai needs Node 20 or newer and npm 10 or newer to fetch the fonts of its samples.');
    process.exit(1);
  }
  writeFileSync(installed, wanted);
}
