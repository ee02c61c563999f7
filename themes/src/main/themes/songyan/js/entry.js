// The form of a description: looks names up, reads dates, adds rows, keeps drafts. Everything can be
// filled in and saved without it.
const form = document.getElementById('entry');
const pause = (work, ms) => {
  let waiting;
  return (...given) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => work(...given), ms);
  };
};

// Dates in words are read as they are typed.
const readDate = pause(async field => {
  const said = form.querySelector(`output[for="${field.id}"]`);
  said.replaceChildren();
  if (!field.value.trim()) return;
  const answer = await fetch(`/workbench/help/date?text=${encodeURIComponent(field.value)}`);
  if (!answer.ok) return;
  const read = await answer.json();
  if (read.edtf) {
    const edtf = document.createElement('b');
    edtf.textContent = read.edtf;
    said.append(edtf, ` ${read.explanation}`);
  } else if (read.reason) {
    said.append(`${read.reason}。${read.remedy}`);
  }
}, 250);

// Names: a list of what begins like the last key in the field (ARIA combobox with a list box).
class Lookup {
  constructor(field) {
    this.field = field;
    this.list = document.createElement('ul');
    this.list.className = 'en-list';
    this.list.id = `${field.id}-names`;
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', field.labels[0]?.textContent ?? '');
    this.list.hidden = true;
    field.after(this.list);
    field.setAttribute('role', 'combobox');
    field.setAttribute('aria-expanded', 'false');
    field.setAttribute('aria-controls', this.list.id);
    field.setAttribute('aria-autocomplete', 'list');
    field.addEventListener('input', pause(() => this.ask(), 150));
    field.addEventListener('keydown', event => this.key(event));
    field.addEventListener('blur', () => setTimeout(() => this.close(), 150));
    this.list.addEventListener('pointerdown', event => {
      const option = event.target.closest('li');
      if (option) {
        event.preventDefault();
        this.take(option);
      }
    });
  }

  get words() {
    return this.field.value.split(/[；;]/).at(-1).trim();
  }

  async ask() {
    const words = this.words;
    if (!words) return this.close();
    const query = new URLSearchParams({ types: this.field.dataset.types, q: words });
    const answer = await fetch(`/workbench/help/names?${query}`);
    if (!answer.ok || words !== this.words) return;
    const found = await answer.json();
    this.list.replaceChildren(
      ...found.map(({ value, name, remark }, at) => {
        const option = document.createElement('li');
        option.id = `${this.list.id}-${at}`;
        option.setAttribute('role', 'option');
        option.dataset.value = value;
        option.append(name);
        const more = document.createElement('span');
        more.textContent = remark;
        option.append(more);
        return option;
      }),
    );
    this.list.hidden = found.length === 0;
    this.field.setAttribute('aria-expanded', String(found.length > 0));
    this.field.removeAttribute('aria-activedescendant');
  }

  key(event) {
    const options = [...this.list.children];
    if (this.list.hidden) return;
    const at = options.findIndex(option => option.ariaSelected === 'true');
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const next = (at + step + options.length) % options.length;
      options.forEach((option, number) => (option.ariaSelected = String(number === next)));
      this.field.setAttribute('aria-activedescendant', options[next].id);
      options[next].scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && at >= 0) {
      event.preventDefault();
      this.take(options[at]);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      this.close();
    }
  }

  take(option) {
    const before = this.field.value.split(/[；;]/).slice(0, -1).map(key => key.trim());
    this.field.value = [...before, option.dataset.value].join('；');
    this.field.dispatchEvent(new Event('change', { bubbles: true }));
    this.close();
    this.field.focus();
  }

  close() {
    this.list.hidden = true;
    this.field.setAttribute('aria-expanded', 'false');
    this.field.removeAttribute('aria-activedescendant');
  }
}

const prepare = where => where.querySelectorAll('[data-types]').forEach(field => new Lookup(field));

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

form.addEventListener('click', event => {
  const add = event.target.closest('[data-add]');
  const remove = event.target.closest('[data-remove]');
  if (add) addRow(add.closest('[data-part]')).querySelector('.field').focus();
  if (remove) {
    const part = remove.closest('[data-part]');
    remove.closest('[data-row]').remove();
    part.querySelector('[data-add]').focus();
    keep();
  }
});

// A draft stays in the browser until it is saved, so a lost connection or session loses nothing.
const place = `lantai-draft:${form.dataset.draft}`;
const fields = () => [...new FormData(form)].filter(([name]) => name !== 'csrf' && name !== 'base');
const filledFrom = JSON.stringify(fields());
const keep = pause(() => {
  const now = JSON.stringify(fields());
  if (now === filledFrom) localStorage.removeItem(place);
  else localStorage.setItem(place, now);
}, 300);

function takeDraft(draft) {
  for (const [name, value] of draft) {
    let field = form.elements.namedItem(name);
    if (!field) {
      const part = [...form.querySelectorAll('[data-part]')].find(each => name.startsWith(`${each.id.slice(2)}.csv.`));
      if (!part) continue;
      const number = Number(name.split('.')[2]);
      while (!form.elements.namedItem(name) && part.querySelectorAll('[data-row]').length <= number) addRow(part);
      field = form.elements.namedItem(name);
    }
    if (field) field.value = value;
  }
  form.dispatchEvent(new Event('change'));
}

const bar = form.querySelector('[data-draft-bar]');
// What was saved a moment ago is no draft any more: those of earlier versions go.
if (form.dataset.saved === 'true') {
  const entity = place.replace(/@.*/, '@');
  Object.keys(localStorage).filter(key => key.startsWith(entity)).forEach(key => localStorage.removeItem(key));
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

form.addEventListener('input', event => {
  keep();
  if (event.target.matches('[data-reading]')) readDate(event.target);
});
form.addEventListener('change', keep);
form.querySelectorAll('[data-reading]').forEach(field => field.addEventListener('focus', () => readDate(field)));
document.addEventListener('keydown', event => {
  if ((event.ctrlKey || event.metaKey) && event.key === 's') {
    event.preventDefault();
    form.requestSubmit();
  }
});
// Enter in a line would save by accident.
form.addEventListener('keydown', event => {
  if (event.key === 'Enter' && event.target.matches('input') && !event.defaultPrevented) event.preventDefault();
});

prepare(form);
form.querySelector('[aria-invalid]')?.focus();
