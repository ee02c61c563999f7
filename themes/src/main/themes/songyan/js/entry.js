// The form of a description: looks names up, reads dates, adds rows, keeps drafts. Everything can be
// filled in and saved without it.
import { checkInline } from './form/checks.js';
import { readDate } from './form/dates.js';
import { Lookup } from './form/lookup.js';
import { offerTree } from './form/tree.js';
import { pause } from './form/pause.js';
import { bePresent } from './form/presence.js';
import { undoing } from './form/undo.js';

const form = document.getElementById('entry');

const prepare = where =>
  where.querySelectorAll('[data-types]').forEach(field => {
    new Lookup(field);
    offerTree(field);
  });

// Rows of names, relations and facts.
function addRow(part) {
  const numbers = [...part.querySelectorAll('[data-row] [name]')].map(field => Number(field.name.split('.')[2]));
  const number = Math.max(-1, ...numbers) + 1;
  const row = part.querySelector('template').content.cloneNode(true).firstElementChild;
  for (const each of row.querySelectorAll('*')) {
    for (const name of ['id', 'for', 'name', 'list', 'aria-describedby']) {
      const value = each.getAttribute(name);
      if (value) each.setAttribute(name, name === 'name' ? value.replace('.N.', `.${number}.`) : value.replace(/(\S+)/g, `$1-${number}`));
    }
  }
  row.setAttribute('aria-label', row.getAttribute('aria-label').replace('0', number + 1));
  part.querySelector('template').before(row);
  prepare(row);
  return row;
}

/** A row that is removed is not sent; until then it can be had back. */
function removed(row, gone) {
  row.classList.toggle('en-gone', gone);
  row.querySelectorAll('[name]').forEach(field => (field.disabled = gone));
  row.querySelector('[data-remove]').hidden = gone;
  row.querySelector('[data-restore]').hidden = !gone;
}

function toggle(row, gone) {
  removed(row, gone);
  row.querySelector(gone ? '[data-restore]' : '.field').focus();
  form.dispatchEvent(new Event('change'));
}

form.addEventListener('click', event => {
  const add = event.target.closest('[data-add]');
  const remove = event.target.closest('[data-remove]');
  if (add) {
    addRow(add.closest('[data-part]')).querySelector('.field').focus();
    form.dispatchEvent(new Event('change'));
  }
  const restore = event.target.closest('[data-restore]');
  if (remove) toggle(remove.closest('[data-row]'), true);
  if (restore) toggle(restore.closest('[data-row]'), false);
});

// A draft stays in the browser until it is saved, so a lost connection or session loses nothing.
const place = `lantai-draft:${form.dataset.draft}`;
const fields = () => [...new FormData(form)].filter(([name]) => name !== 'csrf' && name !== 'base');
const filledFrom = JSON.stringify(fields());
const write = () => {
  const now = JSON.stringify(fields());
  if (now === filledFrom) localStorage.removeItem(place);
  else localStorage.setItem(place, now);
};
const keep = pause(write, 300);

/** Writes what the fields held once; a row that they had not is removed. Gives the first field that changes. */
function put(state) {
  const values = new Map(state);
  const changed = [];
  for (const row of form.querySelectorAll('[data-row]')) {
    const there = [...row.querySelectorAll('[name]')].some(field => values.has(field.name));
    if (there !== row.classList.contains('en-gone')) continue;
    removed(row, !there);
    changed.push(row.querySelector('.field'));
  }
  for (const [name, value] of values) {
    const field = form.elements.namedItem(name);
    if (!field || field.value === value) continue;
    field.value = value;
    // Several radio buttons have one name.
    changed.push(field.nodeType ? field : [...field].find(each => each.checked) ?? field[0]);
  }
  for (const field of changed) field.dispatchEvent(new Event('change', { bubbles: true }));
  form.dispatchEvent(new Event('change'));
  return changed[0];
}

function takeDraft(draft) {
  for (const [name] of draft) {
    const part = [...form.querySelectorAll('[data-part]')].find(each => name.startsWith(`${each.id.slice(2)}.csv.`));
    const number = Number(name.split('.')[2]);
    while (part && !form.elements.namedItem(name) && part.querySelectorAll('[data-row]').length <= number) addRow(part);
  }
  put(draft);
}

const bar = form.querySelector('[data-draft-bar]');
// What was saved a moment ago is no draft any more: those of earlier versions go, and that of the form of
// something new, which had no key to be known by.
const SENT = 'lantai-sent';
if (form.dataset.saved === 'true') {
  const entity = place.replace(/@.*/, '@');
  const saved = key => key.startsWith(entity) || key === sessionStorage.getItem(SENT);
  Object.keys(localStorage).filter(saved).forEach(key => localStorage.removeItem(key));
  sessionStorage.removeItem(SENT);
}
const draft = localStorage.getItem(place);
if (draft && draft !== filledFrom) bar.hidden = false;
bar.querySelector('[data-draft-take]').addEventListener('click', () => {
  takeDraft(JSON.parse(draft));
  bar.hidden = true;
});
bar.querySelector('[data-draft-drop]').addEventListener('click', () => {
  localStorage.removeItem(place);
  bar.hidden = true;
});

let touched = false;
form.addEventListener('input', event => {
  touched = true;
  keep();
  if (event.target.matches('[data-reading]')) readDate(event.target);
});
form.addEventListener('change', () => {
  touched = true;
  keep();
});
// What was typed last is in the draft as well, whatever becomes of the form on its way. A draft that was
// offered and not taken stays.
form.addEventListener('submit', () => sessionStorage.setItem(SENT, place));
window.addEventListener('pagehide', () => touched && write());
form.querySelectorAll('[data-reading]').forEach(field => field.addEventListener('focus', () => readDate(field)));

// Keys that do something; each has a modifier, so no text can be one (WCAG 2.1.4).
const sections = () => [...form.querySelectorAll('fieldset')].filter(each => each.querySelector('.field'));
const first = place => place.querySelector('.field:not([type=hidden])');

function toSection(by) {
  const all = sections();
  const at = all.findIndex(each => each.contains(document.activeElement));
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
  if (!next) return;
  next.scrollIntoView({ block: 'start' });
  first(next).focus({ preventScroll: true });
}

// What is to be mended, and what must be there and is not; round and round.
function toOpen() {
  const open = [...form.querySelectorAll('.en-field')]
    .filter(each => first(each) && (first(each).ariaInvalid === 'true' || (each.querySelector('.req:not(.req-2)') && !first(each).value.trim())))
    .map(first);
  const at = document.activeElement;
  const next = open.find(each => at.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING) ?? open[0];
  next?.focus();
}

const steps = undoing(form, fields, put);

const sheet = document.getElementById('keys');
const help = () => sheet?.showModal();
document.querySelector('[data-keys]')?.addEventListener('click', help);
sheet?.querySelector('[data-close]').addEventListener('click', () => sheet.close());

document.addEventListener('keydown', event => {
  const command = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  // Within a field it is the browser's.
  const travels = command && steps && !event.target.matches('input, textarea, select, [contenteditable]');
  const act =
    (travels && key === 'z' && (event.shiftKey ? steps.redo : steps.undo)) ||
    (travels && key === 'y' && steps.redo) ||
    (command && event.key === 's' && (() => form.requestSubmit())) ||
    (command && event.key === '.' && toOpen) ||
    (command && event.key === '/' && help) ||
    (event.altKey && event.key === 'PageDown' && (() => toSection(1))) ||
    (event.altKey && event.key === 'PageUp' && (() => toSection(-1)));
  if (!act || sheet?.open) return;
  event.preventDefault();
  act();
});
// Enter in a line would save by accident.
form.addEventListener('keydown', event => {
  if (event.key === 'Enter' && event.target.matches('input') && !event.defaultPrevented) event.preventDefault();
});

prepare(form);
checkInline(form);
bePresent(form, () => JSON.stringify(fields()) !== filledFrom);
form.querySelector('[aria-invalid]')?.focus();
