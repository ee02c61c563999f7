import { commands, pressed } from './commands.js';
import { askLink } from './link.js';

/** The buttons of one text: one stop for Tab, arrows lead from button to button. */
export class Toolbar {
  /**
   * @param name what the text is called
   */
  constructor(name) {
    this.bar = document.getElementById('prose-kit').content.firstElementChild.cloneNode(true);
    this.bar.setAttribute('aria-label', `${this.bar.getAttribute('aria-label')} ${name}`);
    this.buttons = [...this.bar.querySelectorAll('button')];
    this.buttons.forEach((button, at) => (button.tabIndex = at === 0 ? 0 : -1));
    // The text keeps the focus, and with it what is selected.
    this.bar.addEventListener('mousedown', event => event.preventDefault());
    this.bar.addEventListener('click', event => this.act(event));
    this.bar.addEventListener('keydown', event => this.step(event));
  }

  follow(view) {
    this.view = view;
    this.show(view.state);
  }

  show(state) {
    for (const button of this.buttons) button.setAttribute('aria-pressed', pressed[button.dataset.prose](state));
  }

  act(event) {
    const what = event.target.closest('button')?.dataset.prose;
    if (!what) return;
    const byKeys = event.detail === 0;
    if (!byKeys) this.view.focus();
    if (what === 'link') askLink(this.view);
    else commands[what](this.view.state, this.view.dispatch);
  }

  step(event) {
    const at = this.buttons.indexOf(event.target);
    const last = this.buttons.length - 1;
    const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[event.key];
    if (at < 0 || to === undefined || event.altKey) return;
    event.preventDefault();
    this.buttons[at].tabIndex = -1;
    this.buttons[to].tabIndex = 0;
    this.buttons[to].focus();
  }
}
