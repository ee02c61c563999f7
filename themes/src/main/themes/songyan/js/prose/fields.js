import { ProseField } from './field.js';

/** The editors of a form, whose parts are exchanged under them. */
export class ProseFields {
  constructor(form) {
    this.form = form;
    this.fields = new Map();
  }

  /** Puts an editor in the place of each text; one that says what it said goes on where it was. */
  mount() {
    const before = this.fields;
    this.fields = new Map();
    for (const area of this.form.querySelectorAll('textarea[data-prose]:not([hidden])')) {
      const old = before.get(area.name);
      this.fields.set(area.name, new ProseField(area, old?.says(area.value) ? old.view.state : undefined));
    }
    before.forEach(({ view }) => view.destroy());
  }

  /** Puts the caret where it was in the text that has the focus; the browser puts it at the beginning. */
  goOn() {
    for (const { view } of this.fields.values()) if (view.hasFocus()) view.focus();
  }
}
