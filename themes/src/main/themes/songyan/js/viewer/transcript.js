import { parse } from './region.js';

/**
 * The transcript beside the picture. A line that says where it stands (data-region) lights up on the
 * picture while the pointer or the focus is on it, comes close when chosen, and is itself marked
 * when the pointer is over its place.
 */
export function transcript(root, stage) {
  let lines = [];
  let layout;

  function region(line) {
    return parse(line.dataset.region);
  }

  function light(line) {
    stage.highlight(line ? region(line) : undefined);
  }

  function reach(line) {
    for (const other of lines) other.tabIndex = other === line ? 0 : -1;
  }

  function renew() {
    lines = [...root.querySelectorAll('.script .l[data-region]')].filter(region);
    for (const line of lines) line.setAttribute('role', 'button');
    if (lines.length > 0) reach(lines[0]);
    const chosen = layout && root.querySelector(`.script [name="set"][value="${layout}"]`);
    if (chosen) chosen.checked = true;
  }

  const lineOf = event => {
    const line = event.target.closest?.('.script .l');
    return lines.includes(line) ? line : undefined;
  };

  root.addEventListener('change', event => {
    if (event.target.name === 'set') layout = event.target.value;
  });
  root.addEventListener('pointerover', event => {
    if (lines.length > 0 && event.target.closest('.script')) light(lineOf(event));
  });
  root.addEventListener('pointerout', event => lineOf(event) && light());
  root.addEventListener('focusin', event => lineOf(event) && light(lineOf(event)));
  root.addEventListener('focusout', event => lineOf(event) && light());
  root.addEventListener('click', event => lineOf(event) && stage.closeUp(region(lineOf(event))));
  root.addEventListener('keydown', event => {
    const line = lineOf(event);
    if (!line) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      stage.closeUp(region(line));
      return;
    }
    // Columns run from right to left.
    const steps = { ArrowDown: 1, ArrowLeft: 1, ArrowUp: -1, ArrowRight: -1 };
    const next = lines[lines.indexOf(line) + (steps[event.key] ?? NaN)];
    if (!next) return;
    event.preventDefault();
    reach(next);
    next.focus();
  });
  stage.onPoint(([x, y]) => {
    for (const line of lines) {
      const [left, top, width, height] = region(line);
      line.classList.toggle('pointed', x >= left && y >= top && x <= left + width && y <= top + height);
    }
  });

  renew();
  return { renew };
}
