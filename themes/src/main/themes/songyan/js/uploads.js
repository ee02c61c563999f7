// Uploading files to be imported: in pieces, several at a time, with progress, and on from where it
// broke off. Without this script the form sends them all at once.
import { Failure, Refusal, ask } from './upload/ask.js';
import { dropped } from './upload/dropped.js';
import { Sender } from './upload/sender.js';

const form = document.getElementById('upload');
const input = document.getElementById('file');
const pane = document.getElementById('up');
const words = Object.fromEntries(
  [...document.getElementById('words').content.querySelectorAll('[data-word]')].map(word => [
    word.dataset.word,
    word.textContent,
  ]),
);
const say = text => (pane.querySelector('[role=status]').textContent = text);
const mib = bytes => (bytes / (1 << 20)).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });
const fill = (text, ...values) => values.reduce((filled, value, at) => filled.replace(`{${at}}`, value), text);

let chosen = [];
let unfinished = [];
let sender;

function choose(files) {
  chosen = files;
  input.required = files.length === 0;
  const size = files.reduce((sum, { file }) => sum + file.size, 0);
  document.getElementById('chosen').textContent = files.length ? fill(words.chosen, files.length, mib(size)) : '';
}

input.addEventListener('change', () => choose([...input.files].map(file => ({ name: file.name, file }))));

for (const type of ['dragenter', 'dragover', 'dragleave', 'drop']) {
  form.addEventListener(type, event => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    form.classList.toggle('up-over', type === 'dragenter' || type === 'dragover');
  });
}
form.addEventListener('drop', async event => {
  if (!event.dataTransfer.types.includes('Files')) return;
  input.value = '';
  choose(await dropped(event.dataTransfer));
});

// What was begun before: the same files chosen again go on.
const named = files => JSON.stringify(files.map(({ name, size }) => [name, size]).sort());

async function lookForUnfinished() {
  const answer = await ask('/api/uploads').catch(() => undefined);
  unfinished = answer ? (await answer.json()).uploads : [];
  const list = document.getElementById('up-old');
  list.hidden = unfinished.length === 0;
  list.querySelector('ul').replaceChildren(
    ...unfinished.map(upload => {
      const line = document.createElement('li');
      const done = upload.files.reduce((sum, file) => sum + file.received, 0);
      const all = upload.files.reduce((sum, file) => sum + file.size, 0);
      const names = upload.files.slice(0, 3).map(file => file.name).join('、');
      line.append(fill(words.old, names, upload.files.length, mib(done), mib(all)), ' ');
      const end = document.createElement('button');
      end.type = 'button';
      end.className = 'btn';
      end.textContent = words.drop;
      end.setAttribute('aria-label', `${words.drop} ${names}`);
      end.addEventListener('click', async () => {
        await ask(path(upload), { method: 'DELETE' }).catch(() => undefined);
        await lookForUnfinished();
        input.focus();
      });
      line.append(end);
      return line;
    }),
  );
}

const path = upload => `/api/uploads/${upload.id}`;

const json = value => ({ method: 'POST', body: JSON.stringify(value), headers: { 'Content-Type': 'application/json' } });

async function begin(files) {
  const wanted = files.map(({ name, file }) => ({ name, size: file.size }));
  const old = unfinished.find(upload => named(upload.files) === named(wanted));
  const upload = old ?? (await (await ask('/api/uploads', json({ files: wanted }))).json());
  return { ...upload, path: path(upload) };
}

/** Rows of what is under way: only those that move are many enough to look at. */
function watch(upload) {
  const bar = pane.querySelector('progress');
  const all = upload.files.reduce((sum, file) => sum + file.size, 0);
  const received = upload.files.map(file => file.received);
  const rows = new Map();
  const list = pane.querySelector('ol');
  list.replaceChildren();
  bar.max = Math.max(1, all);
  const row = number => {
    if (!rows.has(number)) {
      const line = document.createElement('li');
      line.append(Object.assign(document.createElement('b'), { textContent: upload.files[number].name }), ' ', document.createElement('span'));
      list.prepend(line);
      rows.set(number, line);
    }
    return rows.get(number);
  };
  return {
    unreadable: name => fill(words.unreadable, name),
    took(number, bytes, digest) {
      // What was in the way stays on the page until a piece has gone through.
      if (bytes > received[number]) {
        say('');
        pane.querySelector('.up-signin').hidden = true;
      }
      received[number] = bytes;
      const done = received.reduce((sum, each) => sum + each, 0);
      bar.value = done;
      const { size } = upload.files[number];
      pane.querySelector('.up-sum').textContent = fill(
        words.sum,
        received.filter((each, at) => each === upload.files[at].size).length,
        upload.files.length,
        mib(done),
        mib(all),
      );
      if (bytes > 0 || digest) row(number).querySelector('span').textContent = bytes < size ? fill(words.part, mib(bytes), mib(size)) : digest ? fill(words.whole, digest.slice(0, 16)) : words.there;
      if (digest) row(number).title = `SHA-256 ${digest}`;
    },
    async waits(failure, tries, signal) {
      const expired = failure instanceof Refusal && [401, 403].includes(failure.status);
      say(expired ? words.expired : fill(words.waits, failure instanceof Failure ? words.lost : failure.message));
      pane.querySelector('.up-signin').hidden = !expired;
      await rest(Math.min(30, 2 ** (tries - 1)) * 1000, signal);
    },
  };
}

/** Until the time is over, the connection is back, or the reader comes back from signing in. */
const rest = (ms, signal) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    window.addEventListener('online', resolve, { once: true });
    window.addEventListener('focus', resolve, { once: true });
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });

form.addEventListener('submit', async event => {
  event.preventDefault();
  if (sender) return;
  const options = Object.fromEntries([...new FormData(form, event.submitter)].filter(([name]) => name !== 'file'));
  const keepOpen = leaving => leaving.preventDefault();
  form.querySelectorAll('button').forEach(button => (button.disabled = true));
  pane.hidden = false;
  say(words.begins);
  pane.querySelector('button').focus();
  window.addEventListener('beforeunload', keepOpen);
  try {
    const upload = await begin(chosen);
    const order = upload.files.map(wanted => chosen.find(({ name }) => name === wanted.name).file);
    sender = new Sender(upload, order, watch(upload));
    say('');
    await sender.send();
    say(words.all);
    const started = await (await ask('/api/imports', json({ ...options, upload: upload.id }))).json();
    window.removeEventListener('beforeunload', keepOpen);
    location.assign(`/workbench/imports/${started.id}`);
  } catch (failure) {
    if (failure.name === 'AbortError') say(words.stopped);
    else say(failure instanceof Failure ? words.lost : failure.message || words.expired);
    await lookForUnfinished();
  } finally {
    window.removeEventListener('beforeunload', keepOpen);
    sender = undefined;
    form.querySelectorAll('button').forEach(button => (button.disabled = false));
  }
});

pane.querySelector('button').addEventListener('click', () => sender?.stop());

choose([...input.files].map(file => ({ name: file.name, file })));
lookForUnfinished();
