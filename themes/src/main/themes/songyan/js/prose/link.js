import { address } from './address.js';
import { linkAt, linkTo } from './commands.js';

/** Asks in a dialog where words shall lead, and links them. */
export function askLink(view) {
  const dialog = document.querySelector('.pr-link');
  const form = dialog.querySelector('form');
  const field = form.elements.address;
  const wrong = dialog.querySelector('[role=alert]');
  const at = linkAt(view.state);
  const put = href => {
    dialog.close();
    linkTo(href)(view.state, view.dispatch);
  };
  const told = text => {
    wrong.textContent = text;
    field.setAttribute('aria-invalid', String(text !== ''));
  };
  field.value = at?.href ?? '';
  told('');
  form.onsubmit = event => {
    event.preventDefault();
    const href = address(field.value);
    if (href === undefined) {
      told(wrong.dataset.wrong);
      field.focus();
    } else put(href);
  };
  const remove = form.querySelector('[data-remove]');
  remove.hidden = !at;
  remove.onclick = () => put('');
  form.querySelector('[data-close]').onclick = () => dialog.close();
  dialog.addEventListener('close', () => view.focus(), { once: true });
  dialog.showModal();
  field.select();
}
