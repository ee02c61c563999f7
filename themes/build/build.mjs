// Builds every theme under src/main/themes into the folder named on the command line:
//   {theme}/theme.properties, messages_*.properties, templates/   as they are
//   {theme}/static/                                               bundled styles, scripts, pictures, fonts
//   index.txt                                                     all of these, so that nobody scans a jar
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promises as fs, existsSync, readFileSync, writeFileSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const module = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const source = path.join(module, 'src/main/themes');
const out = path.resolve(process.argv[2] ?? path.join(module, 'target/classes/lantai/themes'));
const lock = path.join(module, 'package-lock.json');
const installed = path.join(module, 'node_modules/.lantai-lock');

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');

function installPackages() {
  const wanted = sha256(readFileSync(lock));
  if (existsSync(installed) && readFileSync(installed, 'utf8') === wanted) return;
  const npm = spawnSync('npm', ['ci'], { cwd: module, stdio: 'inherit', shell: process.platform === 'win32' });
  if (npm.status !== 0) {
    console.error('npm ci failed. Lantai needs Node 20 or newer and npm 10 or newer to build its themes.');
    process.exit(1);
  }
  writeFileSync(installed, wanted);
}

async function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

// The subsets also come as woff, which no browser with CSS nesting-era features still asks for.
const woff2Only = {
  name: 'woff2-only',
  setup(build) {
    build.onLoad({ filter: /@fontsource.*\.css$/ }, async ({ path: file }) => ({
      contents: (await fs.readFile(file, 'utf8')).replace(/,\s*url\([^)]*\.woff\) format\('woff'\)/g, ''),
      loader: 'css',
    }));
  },
};

// Mirador is built from its sources, with the languages that pages have and without inline styles.
const mirador = {
  name: 'mirador',
  setup(build) {
    const sheet = path.join(source, 'songyan/js/compare/sheet.js');
    build.onResolve({ filter: /^@emotion\/sheet$/ }, () => ({ path: sheet }));
    build.onLoad({ filter: /mirador[\\/]src[\\/]locales[\\/]/ }, ({ path: file }) =>
      /[\\/](en|zhCn)[\\/]/.test(file) ? undefined : { contents: '{}', loader: 'json' },
    );
  },
};

async function bundle(esbuild, theme, target) {
  const entries = [];
  for (const kind of ['css', 'js']) {
    const folder = path.join(source, theme, kind);
    const entry = path.join(folder, 'bundles.json');
    if (existsSync(entry)) entries.push(...JSON.parse(readFileSync(entry, 'utf8')).map(name => path.join(folder, name)));
  }
  if (entries.length === 0) return;
  await esbuild.build({
    entryPoints: entries,
    entryNames: '[name]',
    assetNames: 'fonts/[name]',
    outdir: target,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    supported: { nesting: true },
    loader: { '.woff2': 'file' },
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [woff2Only, mirador],
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}' },
  });
}

async function copy(from, to) {
  await fs.mkdir(path.dirname(to), { recursive: true });
  await fs.copyFile(from, to);
}

const inputs = [fileURLToPath(import.meta.url), lock, ...(await filesBelow(source))];
const state = sha256(out, ...inputs.flatMap(file => [path.relative(module, file), readFileSync(file)]));
const stamp = path.join(module, 'target/themes.sha256');
if (existsSync(stamp) && existsSync(path.join(out, 'index.txt')) && readFileSync(stamp, 'utf8') === state) process.exit(0);

installPackages();
const esbuild = await import('esbuild');
rmSync(out, { recursive: true, force: true });
for (const theme of (await fs.readdir(source)).sort()) {
  const from = path.join(source, theme);
  const to = path.join(out, theme);
  for (const file of await filesBelow(from)) {
    const name = path.relative(from, file);
    if (/^(css|js)[\\/]/.test(name)) continue;
    await copy(file, path.join(to, name.replace(/^img[\\/]/, 'static/img/')));
  }
  await bundle(esbuild, theme, path.join(to, 'static'));
}
// What is bundled keeps its licence: the texts travel with it, below the same address.
const editor = ['commands', 'history', 'keymap', 'model', 'schema-list', 'state', 'transform', 'view'];
const licences = [
  'openseadragon/LICENSE.txt',
  'mirador/LICENSE',
  'sortablejs/LICENSE',
  ...editor.map(part => `prosemirror-${part}/LICENSE`),
  'orderedmap/LICENSE',
  'rope-sequence/LICENSE',
  'w3c-keyname/LICENSE',
  '@fontsource/noto-serif-sc/LICENSE',
].map(
  file => `${file.replace(/\/[^/]*$/, '')}\n\n${readFileSync(path.join(module, 'node_modules', file), 'utf8')}`,
);
writeFileSync(path.join(out, 'songyan/static/licences.txt'), licences.join(`\n${'-'.repeat(80)}\n\n`));
for (const file of await filesBelow(out)) {
  if (/[\\/]static[\\/].*\.(css|js|svg)$/.test(file)) writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
}
const index = (await filesBelow(out)).map(file => path.relative(out, file).split(path.sep).join('/'));
writeFileSync(path.join(out, 'index.txt'), `${index.sort().join('\n')}\n`);
mkdirSync(path.dirname(stamp), { recursive: true });
writeFileSync(stamp, state);
