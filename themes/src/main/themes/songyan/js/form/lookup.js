import { create, makeable } from './creation.js';
import { pause } from './pause.js';

// Names: a list of what begins like the last key in the field (ARIA combobox with a list box).
export class Lookup {
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
      ...this.offers(words),
    );
    this.list.hidden = this.list.children.length === 0;
    this.field.setAttribute('aria-expanded', String(!this.list.hidden));
    this.field.removeAttribute('aria-activedescendant');
  }

  /** To describe it now, if it is none of these. */
  offers(words) {
    if (this.field.closest('dialog')) return [];
    return makeable(this.field.dataset.types.split(',')).map(({ type, label }) => {
      const option = document.createElement('li');
      option.id = `${this.list.id}-new-${type}`;
      option.setAttribute('role', 'option');
      option.dataset.create = type;
      option.append(`${label}“${words}”`);
      return option;
    });
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

  async take(option) {
    const { create: type } = option.dataset;
    if (!type) return this.put(option.dataset.value);
    const words = this.words;
    this.close();
    const key = await create(type, words, fields => fields.querySelectorAll('[data-types]').forEach(each => new Lookup(each)));
    if (key) return this.put(type === this.field.dataset.types.split(',')[0] ? key : `${type}/${key}`);
    return this.field.focus();
  }

  put(value) {
    const before = this.field.value.split(/[；;]/).slice(0, -1).map(key => key.trim());
    this.field.value = [...before, value].join('；');
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
