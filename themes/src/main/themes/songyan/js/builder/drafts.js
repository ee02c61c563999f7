import { pause } from '../form/pause.js';

// A draft stays in the browser until it is saved, so a lost connection or session loses nothing. It
// holds what stands in the fields, too, and belongs to the version that it began with.
export class Drafts {
  constructor(form, words) {
    this.form = form;
    this.words = words;
    this.bar = document.querySelector('[data-draft-bar]');
    this.first = form.elements.document.value;
    this.keep = pause(() => this.write(), 300);
    if (document.querySelector('[data-saved]')) this.forget();
  }

  get place() {
    return `lantai-draft:${this.form.dataset.draft}${this.form.elements.base.value}`;
  }

  get fields() {
    const own = ['csrf', 'base', 'op', 'q', 'page', 'look', 'seen', 'width'];
    return [...new FormData(this.form)].filter(([name]) => !own.includes(name));
  }

  get changed() {
    return this.form.elements.document.value !== this.first || JSON.stringify(this.fields) !== this.untouched;
  }

  write() {
    const text = JSON.stringify(this.fields);
    if (this.untouched === undefined) this.untouched = text;
    if (!this.changed) return;
    localStorage.setItem(this.place, text);
    const told = document.querySelector('[data-kept]');
    if (told) told.textContent = this.words.kept;
  }

  /** What was saved a moment ago is no draft any more: those of earlier versions go. */
  forget() {
    const entity = `lantai-draft:${this.form.dataset.draft}`;
    Object.keys(localStorage)
      .filter(key => key.startsWith(entity))
      .forEach(key => localStorage.removeItem(key));
    this.first = this.form.elements.document.value;
    this.untouched = undefined;
  }

  /**
   * Offers the draft of an earlier visit.
   *
   * @param take is given what it holds
   */
  offer(take) {
    this.untouched = JSON.stringify(this.fields);
    const draft = localStorage.getItem(this.place);
    if (!draft || draft === this.untouched) return;
    this.bar.hidden = false;
    this.bar.querySelector('[data-draft-take]').addEventListener('click', () => {
      take(Object.fromEntries(JSON.parse(draft)));
      this.bar.hidden = true;
    });
    this.bar.querySelector('[data-draft-drop]').addEventListener('click', () => {
      localStorage.removeItem(this.place);
      this.bar.hidden = true;
    });
  }

  /** Tells that nothing reached the server, and that nothing is lost. */
  warn(text) {
    this.write();
    const told = document.createElement('section');
    told.className = 'en-said en-wrong';
    told.setAttribute('role', 'alert');
    told.append(text);
    document.getElementById('b-told').replaceChildren(told);
  }
}
