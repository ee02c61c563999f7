import { pause } from '../form/pause.js';

/** Shows the draft as its page would be, at the place where the reader was in it. */
export class Preview {
  constructor(form) {
    this.form = form;
    this.frame = form.querySelector('iframe');
    this.button = form.querySelector('[data-preview]');
    this.refresh = pause(() => this.show(), 400);
    this.frame.addEventListener('load', () => this.goOn());
  }

  show() {
    if (this.frame.offsetParent === null) return;
    const section = this.section();
    this.top = section === this.shown ? this.frame.contentWindow?.scrollY : undefined;
    this.shown = section;
    this.form.requestSubmit(this.button);
  }

  /** The place of the section in the editor, from 0; undefined for the whole. */
  section() {
    const open = this.form.querySelector('.chs > li.open');
    return open ? [...open.parentElement.children].indexOf(open) : undefined;
  }

  goOn() {
    const page = this.frame.contentWindow;
    if (this.top !== undefined) page.scrollTo({ top: this.top, behavior: 'instant' });
    else if (this.shown !== undefined) {
      page.document.querySelectorAll('.chapter:not(.closing)')[this.shown]?.scrollIntoView({ behavior: 'instant' });
    }
  }
}
