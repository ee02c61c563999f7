import { parse } from './region.js';

/**
 * The guided looks that exhibitions take at the page. Beside the picture stands the whole of them,
 * each step with a link to its part; here a step brings that part close, and its words stand below
 * the picture with the way to the next, also in full screen.
 */
export function tours(root, figure, stage, bar) {
  const words = bar.querySelector('.tour-words');
  const told = bar.querySelector('.tour-go span');
  const [previous, next] = ['-1', '1'].map(way => bar.querySelector(`[data-tour="${way}"]`));
  let steps = [];
  let current;

  function end() {
    bar.hidden = true;
    stage.mark();
    for (const step of steps) step.removeAttribute('aria-current');
    steps = [];
  }

  function show(at) {
    current = at;
    const step = steps[at];
    const region = parse(step.dataset.look);
    words.replaceChildren(...step.parentElement.querySelector('.tour-words').cloneNode(true).childNodes);
    told.textContent = `${at + 1} / ${steps.length}`;
    previous.disabled = at === 0;
    next.disabled = at === steps.length - 1;
    for (const other of steps) {
      if (other === step) other.setAttribute('aria-current', 'step');
      else other.removeAttribute('aria-current');
    }
    stage.mark(region);
    if (region) stage.closeUp(region);
    else stage.actions.home();
  }

  root.addEventListener('click', event => {
    const link = event.target.closest('.tour [data-look]');
    const elsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || elsewhere || !stage.isOpen()) return;
    event.preventDefault();
    steps = [...link.closest('ol').querySelectorAll('[data-look]')];
    bar.hidden = false;
    show(steps.indexOf(link));
    figure.scrollIntoView({ block: 'nearest' });
    (next.disabled ? bar.querySelector('[data-tour="end"]') : next).focus({ preventScroll: true });
  });
  bar.addEventListener('click', event => {
    const way = event.target.closest('[data-tour]')?.dataset.tour;
    if (!way) return;
    const link = steps[current];
    if (way === 'end') {
      end();
      stage.actions.home();
      link.focus();
      return;
    }
    show(current + Number(way));
    if (event.target.disabled) (way === '1' ? previous : next).focus();
  });

  return { end };
}
