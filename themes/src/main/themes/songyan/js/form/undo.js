import { History } from './history.js';
import { pause } from './pause.js';

/**
 * Takes back what was done in a form and does it again, field by field, also where the browser's
 * own undoing ends: at what was chosen, looked up or removed.
 *
 * @param read gives the names and values of the fields
 * @param put writes them, and gives the first field that they change
 */
export function undoing(form, read, put) {
  const back = form.querySelector('[data-undo]');
  const again = form.querySelector('[data-redo]');
  const said = form.querySelector('[data-undone]');
  if (!back) return undefined;
  const held = () => ({ document: JSON.stringify(read()) });
  const history = new History(held());
  const offer = () => {
    back.disabled = !history.has(-1);
    again.disabled = !history.has(1);
  };
  const step = pause(() => {
    history.add(held());
    offer();
  }, 400);

  function travel(steps, told) {
    step.now();
    if (!history.has(steps)) return;
    const field = put(JSON.parse(history.go(steps).document));
    const leaving = document.activeElement;
    offer();
    field?.scrollIntoView({ block: 'nearest' });
    // A button that cannot be pressed any more loses the focus.
    if (leaving?.disabled) field?.focus();
    const label = field?.labels?.[0]?.firstChild.textContent.trim();
    said.textContent = label ? `${told}：${label}` : told;
  }

  const undo = () => travel(-1, said.dataset.undone);
  const redo = () => travel(1, said.dataset.redone);
  back.addEventListener('click', undo);
  again.addEventListener('click', redo);
  form.addEventListener('input', () => step());
  form.addEventListener('change', () => {
    step();
    step.now();
  });
  return { undo, redo };
}
