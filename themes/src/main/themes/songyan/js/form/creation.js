// What a form asks for and nobody has described yet is described on the spot: the dialog has the fields
// of its own form that must not be empty, and sends that form, so rules and rights are the same.
const dialog = document.getElementById('creation');
const words = dialog && Object.fromEntries([...dialog.querySelectorAll('[data-word]')].map(word => [word.dataset.word, word.textContent]));

/** The types of which something new may be made from a field, with what to call that. */
export function makeable(types) {
  if (!dialog) return [];
  return types.filter(type => words[type]).map(type => ({ type, label: words[type] }));
}

/**
 * Asks for what is needed and saves it.
 *
 * @param prepare makes the fields of the dialog work
 * @return its key, or undefined if nothing was made
 */
export async function create(type, name, prepare) {
  const body = dialog.querySelector('[data-fields]');
  const told = dialog.querySelector('[role=alert]');
  const form = dialog.querySelector('form');
  dialog.querySelector('h2').textContent = words[type];
  const say = text => told.replaceChildren(text);
  say('');
  body.replaceChildren();
  let whole;
  try {
    whole = await load(await fetch(`/workbench/entries/${type}`, { headers: { Accept: 'text/html' } }));
  } catch (failure) {
    say(failure.message || words.failed);
  }
  const fill = () => {
    body.replaceChildren(...needed(whole));
    prepare(body);
    body.querySelector('.field')?.focus();
  };
  dialog.showModal();
  if (whole) {
    fill();
    const first = body.querySelector('.field');
    if (first) first.value = name;
  }
  return new Promise(resolve => {
    const done = key => {
      form.removeEventListener('submit', send);
      dialog.removeEventListener('close', close);
      dialog.close();
      resolve(key);
    };
    const close = () => done(undefined);
    const send = async event => {
      event.preventDefault();
      const button = form.querySelector('.btn-1');
      if (!whole || button.disabled) return;
      button.disabled = true;
      try {
        const data = new FormData(whole);
        body.querySelectorAll('[name]').forEach(field => data.set(field.name, field.value));
        const answer = await fetch(whole.getAttribute('action'), {
          method: 'POST',
          body: new URLSearchParams(data),
          headers: { Accept: 'text/html' },
        });
        const saved = new URL(answer.url).pathname.match(/^\/workbench\/entries\/[^/]+\/([^/]+)$/);
        if (answer.redirected && saved) return done(decodeURIComponent(saved[1]));
        whole = await load(answer);
        say([...whole.ownerDocument.querySelectorAll('.en-wrong li')].map(each => each.textContent).join(' '));
        fill();
      } catch (failure) {
        say(failure.message || words.failed);
      } finally {
        button.disabled = false;
      }
    };
    form.addEventListener('submit', send);
    dialog.addEventListener('close', close);
  });
}

async function load(answer) {
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const form = page.getElementById('entry');
  if (!form) throw new Error(page.querySelector('.fault h1, main h1')?.textContent.trim() ?? '');
  return form;
}

/** Copies of the fields that must be filled in, and of those that are to be mended. */
function needed(form) {
  const fields = [...form.querySelectorAll('.en-field')].filter(
    field => !field.closest('template, noscript') && (field.querySelector('.req:not(.req-2)') || field.matches('.en-bad')),
  );
  return fields.map(field => {
    const copy = document.importNode(field, true);
    for (const each of copy.querySelectorAll('*')) {
      for (const name of ['id', 'for', 'list', 'aria-describedby']) {
        const value = each.getAttribute(name);
        if (value) each.setAttribute(name, value.replace(/(\S+)/g, 'c-$1'));
      }
    }
    return copy;
  });
}

dialog?.querySelector('[data-close]').addEventListener('click', () => dialog.close());
