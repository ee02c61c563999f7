import { parse, write } from '../viewer/region.js';
import { drawRectangle } from '../viewer/rectangle.js';

/** Lets the reader mark a part of the page and writes it, in its unit, into the field that a button names. */
export async function mark(button, words) {
  const unit = button.dataset.unit ?? '';
  const dialog = document.querySelector('.b-mark');
  const over = dialog.querySelector('.mk-over');
  const image = document.createElement('img');
  image.alt = over.dataset.alt;
  const field = document.querySelector(`[name="${CSS.escape(button.dataset.mark)}"]`);
  image.src = button.dataset.src;
  image.width = button.dataset.width;
  image.height = button.dataset.height;
  over.replaceChildren(image);
  dialog.showModal();
  const close = () => dialog.close();
  dialog.querySelector('[data-close]').addEventListener('click', close, { once: true });
  // Before that it has no size on which anything could be marked.
  const shown = await image.decode().then(
    () => true,
    () => false,
  );
  if (!shown || !dialog.open) return;
  const [left, top, width, height] = (parse(field.value.replace(unit, '')) ?? []).map(
    (percent, at) => (percent / 100) * (at % 2 ? over.clientHeight : over.clientWidth),
  );
  const from = left === undefined ? undefined : [left, top, left + width, top + height];
  const part = await drawRectangle(over, { ...words, from });
  if (part) {
    const [l, t, r, b] = part;
    const x = 100 / over.clientWidth;
    const y = 100 / over.clientHeight;
    field.value = unit + write([l * x, t * y, (r - l) * x, (b - t) * y]);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  dialog.close();
  button.focus();
}
