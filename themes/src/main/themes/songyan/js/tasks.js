// The list of tasks: sends each action without loading the page anew, keeps the focus, lets tasks be
// dragged, and moves them by Alt and the arrows. All of it can be done without scripts as well.
import Sortable from 'sortablejs';

const words = Object.fromEntries(
  [...document.getElementById('words').content.querySelectorAll('[data-word]')].map(word => [
    word.dataset.word,
    word.textContent,
  ]),
);
const main = document.getElementById('main');
const find = id => (id ? document.getElementById(id) : undefined);

// What is typed beside the list stays, unless it was just sent.
const PARTS = ['tk-sum', 'tk-list'];
const SENT = { add: 'tk-add', paste: 'tk-paste' };

function warn(text) {
  const told = document.createElement('section');
  told.className = 'en-said en-wrong';
  told.setAttribute('role', 'alert');
  told.append(text);
  tell('', told);
}

// A status is read out only where a text comes into an element that was there before.
function tell(said, faults) {
  const told = find('tk-told');
  told.querySelector('section')?.remove();
  told.querySelector('[role=status]').textContent = said;
  if (faults) told.append(faults);
}

async function load(address, body) {
  let answer;
  try {
    answer = await fetch(address, { method: body ? 'POST' : 'GET', body, headers: { Accept: 'text/html' } });
  } catch {
    return warn(words.failed);
  }
  if (answer.status === 401 || answer.status === 403 || new URL(answer.url).pathname === '/signin') return warn(words.expired);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return page.getElementById('tk-list') ? page : warn(page.querySelector('main')?.textContent.trim() || words.failed);
}

function exchange(page, op) {
  for (const id of [...PARTS, SENT[op]].filter(Boolean)) find(id).replaceWith(page.getElementById(id));
  const told = page.getElementById('tk-told');
  tell(told.querySelector('[role=status]').textContent, told.querySelector('section'));
  find('tk-none')?.remove();
  const none = page.getElementById('tk-none');
  if (none) find('tk-list').after(none);
  sort();
}

const usable = (...targets) => targets.find(target => target && !target.disabled);

/** Puts the focus where the reader goes on. */
function refocus(op, id, before) {
  const faulty = document.querySelector('#tk-told section');
  if (op === 'edit') return find(`t-${id}`)?.querySelector('.tk-form .field')?.focus();
  if (op === 'add' && !faulty) return find('n-title')?.focus();
  if (op === 'remove' && !faulty) return usable(find(before.next), find('n-title'))?.focus();
  const own = ['edit', 'up', 'down', 'tick'].map(part => find(`tk-${part}-${id}`));
  usable(find(before.id), ...(op === 'change' || op === 'close' ? own : own.slice(1)))?.focus();
}

let busy = Promise.resolve();
function work(address, op, id, body) {
  busy = busy
    .then(async () => {
      const next = find(`t-${id}`)?.nextElementSibling?.dataset.id;
      const before = { id: document.activeElement?.id, next: next && `tk-edit-${next}` };
      const page = await load(address, body);
      if (!page) return;
      exchange(page, op);
      refocus(op, id, before);
    })
    .catch(() => warn(words.failed));
}

function send(address, csrf, value, fields = []) {
  const [op, id] = value.split(':');
  work(address, op, id, new URLSearchParams([...fields, ['csrf', csrf], ['op', value]]));
}

main.addEventListener('submit', event => {
  const form = event.target;
  const value = event.submitter?.value ?? form.querySelector('[name=op]').value;
  event.preventDefault();
  const fields = [...new FormData(form)].filter(([name]) => name !== 'csrf' && name !== 'op');
  send(form.getAttribute('action'), form.elements.csrf.value, value, fields);
});
main.addEventListener('click', event => {
  const link = event.target.closest('a[data-edit]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  work(link.getAttribute('href').replace(/#.*/, ''), link.id ? 'edit' : 'close', link.closest('li').dataset.id);
});
main.addEventListener('keydown', event => {
  if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
  const id = event.target.closest('.tk-list > li')?.dataset.id;
  const button = id && find(`tk-${event.key === 'ArrowUp' ? 'up' : 'down'}-${id}`);
  if (!button) return;
  event.preventDefault();
  if (!button.disabled) send(button.form.getAttribute('action'), button.form.elements.csrf.value, button.value);
});

function sort() {
  const list = find('tk-list');
  if (list.dataset.sort === undefined || Sortable.get(list)) return;
  new Sortable(list, {
    animation: 120,
    delay: 150,
    delayOnTouchOnly: true,
    handle: '.grip',
    draggable: 'li[data-id]',
    onEnd: event => {
      if (event.oldDraggableIndex === event.newDraggableIndex) return;
      const after = event.item.previousElementSibling?.dataset.id ?? '0';
      send(list.dataset.act, event.item.querySelector('[name=csrf]').value, `move:${event.item.dataset.id}:${after}`);
    },
  });
}

sort();
