// The builder: sends each operation without loading the page anew, follows the work with a preview,
// and keeps drafts. All of it can be done without scripts as well.
import { drag } from './builder/drag.js';
import { Drafts } from './builder/drafts.js';
import { Preview } from './builder/preview.js';
import { changed, exchange, focused, names, putBack, refocus } from './builder/page.js';
import { readDate } from './form/dates.js';
import { History } from './form/history.js';
import { Lookup } from './form/lookup.js';
import { mark } from './form/mark.js';
import { pause } from './form/pause.js';
import { bePresent } from './form/presence.js';
import { ProseFields } from './prose/fields.js';

const form = document.getElementById('build');
const words = Object.fromEntries(
  [...document.getElementById('words').content.querySelectorAll('[data-word]')].map(word => [
    word.dataset.word,
    word.textContent,
  ]),
);
const say = text => (document.getElementById('said').textContent = text);
const held = () => ({ document: form.elements.document.value, selected: form.elements.selected.value });

const preview = new Preview(form);
const history = new History(held());
const drafts = new Drafts(form, words);
const prose = new ProseFields(form);

function prepare() {
  form.querySelectorAll('#b-out [data-types]').forEach(field => new Lookup(field));
  drag(form, work);
  historyButtons();
}

function historyButtons() {
  document.querySelector('[data-undo]').disabled = !history.has(-1);
  document.querySelector('[data-redo]').disabled = !history.has(1);
}

const whole = op => {
  const data = new FormData(form);
  data.set('op', op);
  // It may be large, and only borrowing asks for it.
  data.delete('manifest');
  return data;
};

// Only what the draft is, without what stands in the fields of another state of it.
const bare = (state, op) => {
  const data = new FormData();
  for (const name of ['csrf', 'base', 'q', 'page']) data.set(name, form.elements[name]?.value ?? '');
  Object.entries({ ...state, op }).forEach(([name, value]) => data.set(name, value));
  return data;
};

async function send(data) {
  let answer;
  try {
    answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(data), headers: { Accept: 'text/html' } });
  } catch {
    drafts.warn(words.failed);
    return undefined;
  }
  if (answer.status === 401 || answer.status === 403 || new URL(answer.url).pathname === '/signin') {
    drafts.warn(words.expired);
    return undefined;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (!page.getElementById('build')) {
    drafts.warn(page.querySelector('main')?.textContent.trim() || words.failed);
    return undefined;
  }
  return { page, saved: answer.redirected };
}

// Each step begins with what the one before has left.
let busy = Promise.resolve();
function inTurn(step) {
  busy = busy.then(step).catch(() => drafts.warn(words.failed));
  return busy;
}

const work = op => inTurn(() => carryOut(op));

async function carryOut(op) {
  drafts.keep();
  const sent = whole(op);
  const answer = await send(sent);
  if (!answer) return;
  const later = changed(form, sent);
  const anew = beyond(answer.page);
  const kept = show(answer, op, focused(), later);
  if (anew) return reload();
  history.add(held());
  if (answer.saved) {
    drafts.forget();
    window.history.replaceState(null, '', form.getAttribute('action'));
  } else drafts.keep();
  prepare();
  if (kept.some(([name]) => sent.has(name))) typed();
}

// Images of another institution that this page was not made to show: only a page that is loaded anew may load them.
const shown = new Set(document.getElementById('b-doc').dataset.origins.split(' '));
function beyond(page) {
  return page.getElementById('b-doc').dataset.origins.split(' ').some(origin => !shown.has(origin));
}

// Where the draft is sent to be shown on a fresh page, which this device must not offer as an old draft.
const ANEW = 'lantai-anew';
function reload() {
  const op = document.createElement('input');
  Object.assign(op, { type: 'hidden', name: 'op', value: 'show' });
  form.append(op);
  sessionStorage.setItem(ANEW, form.action);
  form.submit();
}

/** Shows a fresh page with what was typed since it was asked for, and gives that. */
function show({ page }, op, before, later = []) {
  exchange(page);
  const kept = putBack(form, later);
  prose.mount();
  say(page.getElementById('said').textContent);
  refocus(op, before);
  prose.goOn();
  preview.refresh();
  return kept;
}

/** Says whether the state is there again. */
async function restore(state, said) {
  const answer = await send(bare(state, 'show'));
  if (!answer) return false;
  show(answer, 'undo', focused());
  say(said);
  drafts.keep();
  prepare();
  return true;
}

// What is typed changes names and marks in the outline, not the fields that are being filled in.
const typed = pause(() =>
  inTurn(async () => {
    const answer = await send(whole('show'));
    if (!answer) return;
    names(answer.page);
    history.add(held());
    drafts.keep();
    preview.refresh();
    historyButtons();
  }),
700);

form.addEventListener('submit', event => {
  const button = event.submitter;
  if (button?.formTarget) return;
  if (button?.value === 'borrow') {
    sessionStorage.setItem(ANEW, form.action);
    return;
  }
  event.preventDefault();
  work(document.activeElement?.id === 'bq' ? 'find' : button?.value || 'show');
});
form.addEventListener('input', event => {
  if (event.target.closest('.pv, .find-p')) return;
  drafts.keep();
  typed();
  if (event.target.matches('[data-reading]')) readDate(event.target);
});
form.addEventListener('change', event => {
  if (event.target.id === 'b-manifest-file') {
    event.target.files[0]?.text().then(text => (document.getElementById('b-manifest').value = text));
    return;
  }
  if (event.target.closest('.pv')) preview.refresh();
  else if (event.target.matches('select')) work('show');
  else if (!event.target.closest('.find-p')) typed();
});
form.addEventListener('click', event => {
  const button = event.target.closest('[data-mark]');
  if (button) mark(button, words);
});
// Enter in a line would do something by accident.
form.addEventListener('keydown', event => {
  if (event.key === 'Enter' && event.target.matches('.outline input') && !event.defaultPrevented) event.preventDefault();
});

function travel(steps, said) {
  typed.now();
  inTurn(async () => {
    if (history.has(steps) && !(await restore(history.go(steps), said))) history.go(-steps);
  });
}

const undo = () => travel(-1, words.undone);
const redo = () => travel(1, words.redone);
document.querySelector('[data-undo]').addEventListener('click', undo);
document.querySelector('[data-redo]').addEventListener('click', redo);
document.addEventListener('keydown', event => {
  const command = event.ctrlKey || event.metaKey;
  const writing = event.target.matches('input:not([type=radio]), textarea, [contenteditable]');
  if (command && event.key === 's') {
    event.preventDefault();
    work('save');
  } else if (command && !writing && event.key.toLowerCase() === 'z') {
    event.preventDefault();
    event.shiftKey ? redo() : undo();
  } else if (command && !writing && event.key.toLowerCase() === 'y') {
    event.preventDefault();
    redo();
  } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    const piece = event.target.closest('.b-item, .blk, .chs > li');
    if (piece?.dataset.id) {
      event.preventDefault();
      work(`${event.key === 'ArrowUp' ? 'up' : 'down'}:${piece.dataset.id}`);
    }
  }
});

if (sessionStorage.getItem(ANEW) === form.action) {
  sessionStorage.removeItem(ANEW);
  drafts.adopt();
} else drafts.offer(state => inTurn(() => restore(state, '')));
prose.mount();
prepare();
preview.refresh();
bePresent(form, () => drafts.changed);
