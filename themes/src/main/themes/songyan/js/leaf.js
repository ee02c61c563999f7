// The desk on which a page is transcribed: lines and their places on the image, parts that are
// covered. Everything can be filled in and saved without it; drafts are kept by the form's script.
import { covers } from './leaf/covers.js';
import { pageLines } from './leaf/lines.js';
import { preview } from './leaf/preview.js';
import { desk } from './viewer/desk.js';
import { fill } from './viewer/kit.js';
import { drawRectangle } from './viewer/rectangle.js';
import { parseWithin, writeWithin } from './viewer/region.js';

const root = document.querySelector('.leaf');
const form = document.getElementById('entry');
const text = form.querySelector('[data-lines]');
const regions = form.querySelector('[data-regions]');
const tool = name => form.querySelector(`[data-do="${name}"]`);
const part = name => form.querySelector(`[data-${name}]`);
const memory = 'lantai-leaf';

const page = pageLines(text, regions);
const sheet = preview(part('preview'));
const { stage, figure, words, say, open } = desk(root, {
  more: { previous: () => go('prev'), next: () => go('next') },
  opened,
});
const hidden = covers(form, words, showCovers);
let current = 0;
let boxes = [];
let there = false;

const vertical = () => form.elements['f.书写方向'].value === '竖排';

function go(rel) {
  root.querySelector(`.stage-go [rel="${rel}"]`)?.click();
}

// Marks on the image.

function showCovers(list) {
  if (there) stage.boxes(list, 'stage-cover');
}

function showPlaces() {
  if (!there) return;
  const all = Array.from({ length: page.count() }, (_, index) => parseWithin(page.place(index)));
  boxes = stage.boxes(all, 'stage-line');
  boxes.forEach((box, index) => (box.dataset.number = index + 1));
  light();
}

function light() {
  boxes.forEach((box, index) => box.classList.toggle('now', index === current));
}

/** What is drawn needs the picture; numbers can be filled in without it. */
function enable() {
  for (const name of ['mark', 'follow', 'divide', 'cover']) tool(name).disabled = !there;
}

function opened() {
  there = true;
  enable();
  const kept = remembered();
  if (kept?.view) stage.look(kept.view);
  showPlaces();
  hidden.draw();
}

// The line that is worked on.

function show() {
  sheet.draw(page.lines(), page.places(), form.elements['f.录文语言'].value);
  text.lang = form.elements['f.录文语言'].value;
  showPlaces();
  turnTo(current);
}

function turnTo(index) {
  current = Math.max(0, Math.min(index, page.count() - 1));
  const line = page.lines()[current]?.trim() ?? '';
  const marked = page.place(current).trim();
  part('line').textContent =
    fill(words.line, current + 1, line || words['line.blank']) + (marked ? words['line.marked'] : '');
  if (document.activeElement !== part('place')) part('place').value = marked;
  tool('unmark').disabled = !marked;
  sheet.mark(current);
  light();
}

function choose(index) {
  if (index < page.lines().length) page.select(index);
  turnTo(index);
  const region = parseWithin(page.place(index));
  if (region && there) {
    const [left, top, right, bottom] = stage.frameOf(region);
    const box = figure.querySelector('.osd');
    const seen = right > 0 && bottom > 0 && left < box.clientWidth && top < box.clientHeight;
    if (!seen) stage.closeUp(region);
  }
}

const draw = (name, hint, from) => {
  figure.scrollIntoView({ block: 'nearest' });
  return drawRectangle(figure.querySelector('.osd'), { name, hint, from: from && stage.frameOf(from) });
};
const ready = () => there && !figure.querySelector('.stage-veil');

/** Where the line most likely stands: beside the one before it. */
function likely(index) {
  const own = parseWithin(page.place(index));
  const before = parseWithin(page.place(index - 1));
  if (own || !before) return own;
  const [x, y, w, h] = before;
  const next = vertical() ? [x - w, y, w, h] : [x, y + h, w, h];
  return next[0] >= 0 && next[1] + next[3] <= 100 ? next : undefined;
}

async function mark() {
  if (!ready()) return false;
  const line = page.lines()[current]?.trim() || words['line.blank'];
  const drawn = await draw(fill(words.mark, current + 1), fill(words['mark.hint'], current + 1, line), likely(current));
  const region = drawn && stage.regionAt(...drawn);
  if (!region) return false;
  page.setPlace(current, writeWithin(region));
  show();
  return true;
}

async function markOne(back) {
  const done = await mark();
  if (done && current + 1 < page.count()) turnTo(current + 1);
  if (back) page.select(Math.min(current, page.lines().length - 1));
  else tool('mark').focus({ preventScroll: true });
}

async function markOnwards() {
  while (await mark()) {
    if (current + 1 >= page.count()) break;
    turnTo(current + 1);
  }
  tool('follow').focus({ preventScroll: true });
}

async function divide() {
  if (!ready()) return;
  const number = Math.round(Number(part('parts').value)) || page.lines().length;
  if (number < 1 || number > 200) return;
  const drawn = await draw(words.mark, fill(words['divide.hint'], number), [0, 0, 100, 100]);
  tool('divide').focus({ preventScroll: true });
  const region = drawn && stage.regionAt(...drawn);
  if (!region) return;
  const [x, y, w, h] = region;
  const places = Array.from({ length: number }, (_, i) =>
    vertical()
      ? [x + (w * (number - 1 - i)) / number, y, w / number, h]
      : [x, y + (h * i) / number, w, h / number],
  );
  page.setPlaces(places.map(writeWithin));
  show();
}

async function cover() {
  if (!ready()) return;
  const drawn = await draw(words['cover.hint'], words['cover.hint']);
  const region = drawn && stage.regionAt(...drawn);
  if (region) hidden.add(region);
  tool('cover').focus({ preventScroll: true });
}

const actions = {
  mark: () => markOne(false),
  follow: markOnwards,
  divide,
  cover,
  unmark() {
    page.setPlace(current, '');
    show();
  },
};

form.addEventListener('click', event => {
  const button = event.target.closest('[data-do]');
  if (button) actions[button.dataset.do]();
});
text.addEventListener('input', () => {
  page.edited();
  current = page.atCaret();
  show();
});
document.addEventListener('selectionchange', () => {
  if (document.activeElement === text && page.atCaret() !== current) turnTo(page.atCaret());
});
part('place').addEventListener('change', event => {
  const region = parseWithin(event.target.value);
  event.target.setAttribute('aria-invalid', String(Boolean(event.target.value.trim()) && !region));
  if (region || !event.target.value.trim()) {
    page.setPlace(current, region ? writeWithin(region) : '');
    show();
  }
});
part('place').addEventListener('keydown', event => {
  if (event.key === 'Enter') event.target.dispatchEvent(new Event('change', { bubbles: true }));
});
form.addEventListener('change', event => {
  // A draft was taken, or the direction or the language changed.
  if (event.target === form) page.renew();
  if (event.target === form || event.target.type === 'radio') show();
  if (event.target === form || event.target.closest('#g-access')) hidden.draw();
});
form.addEventListener('input', event => event.target.closest('#g-access') && hidden.draw());
form.addEventListener('submit', () => page.trim());
sheet.onPress(choose);
stage.onPress(([x, y]) => {
  const found = Array.from({ length: page.count() }, (_, index) => index).filter(index => {
    const region = parseWithin(page.place(index));
    return region && x >= region[0] && y >= region[1] && x <= region[0] + region[2] && y <= region[1] + region[3];
  });
  if (found.length > 0) choose(found[0]);
});
document.addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target === text) {
    event.preventDefault();
    // The caret may have moved a moment ago.
    turnTo(page.atCaret());
    markOne(true);
  } else if (event.altKey && (event.key === 'PageUp' || event.key === 'PageDown')) {
    event.preventDefault();
    go(event.key === 'PageUp' ? 'prev' : 'next');
  }
});

// From page to page of a record the same part of the image stays in view.

function remembered() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(memory));
    return kept?.record === root.dataset.leaf ? kept : undefined;
  } catch {
    return undefined;
  }
}

addEventListener('pagehide', () => {
  if (there) sessionStorage.setItem(memory, JSON.stringify({ record: root.dataset.leaf, view: stage.view() }));
});

part('parts').value = Math.max(1, page.lines().length);
show();
hidden.draw();
enable();
open();
