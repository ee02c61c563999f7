import { baseKeymap } from 'prosemirror-commands';
import { history } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { DOMParser } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { keys } from './commands.js';
import { askLink } from './link.js';
import { pasteParser, undressed } from './paste.js';
import { schema } from './schema.js';
import { Toolbar } from './toolbar.js';
import { write } from './write.js';

const plugins = [
  history(),
  keymap({ ...keys, 'Mod-k': (state, dispatch, view) => (askLink(view), true) }),
  keymap(baseKeymap),
];

/**
 * An editor in the place of a text area, which stays in the form with the text as the server reads it.
 * What its marks mean, the server says: the page brings the text formatted, too.
 */
export class ProseField {
  /**
   * @param state in which another editor of the same text was
   */
  constructor(area, state) {
    const label = document.querySelector(`label[for="${area.id}"]`);
    const shown = area.parentElement.querySelector('template[data-prose]').content;
    this.area = area;
    this.toolbar = new Toolbar(label.firstChild.textContent.trim());
    const place = document.createElement('div');
    area.before(this.toolbar.bar);
    area.after(place);
    area.hidden = true;
    label.addEventListener('click', () => this.view.focus());
    this.view = new EditorView(
      { mount: place },
      {
        state: state ?? EditorState.create({ doc: DOMParser.fromSchema(schema).parse(shown), plugins }),
        attributes: this.attributes(area, label),
        clipboardParser: pasteParser,
        transformPastedHTML: undressed,
        dispatchTransaction: transaction => this.take(transaction),
      },
    );
    this.toolbar.follow(this.view);
  }

  attributes(area, label) {
    const said = (area.getAttribute('aria-describedby') ?? '').split(' ').filter(id => id && id !== `${area.id}-m`);
    return {
      id: `${area.id}-p`,
      class: 'field pr-text',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-labelledby': label.id,
      ...(said.length > 0 && { 'aria-describedby': said.join(' ') }),
      ...(area.hasAttribute('aria-invalid') && { 'aria-invalid': 'true' }),
    };
  }

  take(transaction) {
    const state = this.view.state.apply(transaction);
    this.view.updateState(state);
    this.toolbar.show(state);
    const text = transaction.docChanged ? write(state.doc) : this.area.value;
    if (text === this.area.value) return;
    this.area.value = text;
    this.area.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** Whether it holds just this text, whatever blank lines it has besides. */
  says(text) {
    return write(this.view.state.doc) === text;
  }
}
