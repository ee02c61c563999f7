const SWIPE = 50;

/**
 * A close reading: the picture moves so that the region of the step in view fills the stage. Steps
 * are taken by scrolling, by the buttons, with arrow keys on the picture, or by drawing it aside.
 */
export function followSteps(zoom) {
  const view = zoom.querySelector('.zoom-view');
  const image = view?.querySelector('img');
  const sheet = view?.querySelector('.zoom-sheet');
  const steps = [...zoom.querySelectorAll('.zoom-step')];
  if (!image || steps.length === 0) return;
  const mark = sheet.appendChild(document.createElement('i'));
  mark.className = 'zoom-mark';
  const told = zoom.querySelector('.zoom-go [role="status"]');
  const buttons = [...zoom.querySelectorAll('[data-step]')];
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  let current = steps[0];
  // The step to which the page is scrolling by itself: those that it passes are not meant.
  let wanted;

  const place = () => {
    const [x, y, w, h] = (current.dataset.region ?? '0,0,100,100').split(',').map(Number);
    const fullWidth = sheet.offsetWidth;
    const fullHeight = sheet.offsetHeight;
    if (!fullWidth || !fullHeight) return;
    const room = 0.86;
    const fit = Math.min((view.clientWidth * room) / ((w / 100) * fullWidth), (view.clientHeight * room) / ((h / 100) * fullHeight));
    const scale = current.dataset.region ? Math.max(1, Math.min(fit, 4.5)) : 1;
    sheet.style.transform = current.dataset.region
      ? `scale(${scale}) translate(${50 - x - w / 2}%, ${50 - y - h / 2}%)`
      : 'none';
    mark.toggleAttribute('data-on', Boolean(current.dataset.region));
    if (current.dataset.region) mark.style.inset = `${y}% ${100 - x - w}% ${100 - y - h}% ${x}%`;
  };
  const show = step => {
    current = step;
    for (const other of steps) other.toggleAttribute('data-on', other === step);
    const at = steps.indexOf(step);
    told.textContent = `${at + 1} / ${steps.length}`;
    for (const button of buttons) button.disabled = !steps[at + Number(button.dataset.step)];
    place();
  };
  const go = to => {
    const step = steps[Math.max(0, Math.min(steps.length - 1, to))];
    show(step);
    wanted = step;
    // Where the picture stands above the text, a step begins below it (its scroll margin).
    const block = matchMedia('(max-width: 60rem)').matches ? 'start' : 'center';
    step.scrollIntoView({ block, behavior: still ? 'instant' : 'smooth' });
  };
  const by = number => go(steps.indexOf(current) + number);

  for (const button of buttons) button.addEventListener('click', () => by(Number(button.dataset.step)));
  view.tabIndex = 0;
  view.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const moves = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    const ends = { Home: 0, End: steps.length - 1 };
    if (event.key in moves) by(moves[event.key]);
    else if (event.key in ends) go(ends[event.key]);
    else return;
    event.preventDefault();
  });
  let start;
  view.addEventListener('pointerdown', event => (start = event.pointerType === 'touch' && event.isPrimary ? event : undefined));
  view.addEventListener('pointercancel', () => (start = undefined));
  view.addEventListener('pointerup', event => {
    const x = start ? event.clientX - start.clientX : 0;
    start = undefined;
    if (Math.abs(x) > SWIPE) by(x < 0 ? 1 : -1);
  });

  const observer = new IntersectionObserver(
    entries => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting || (wanted && wanted !== target)) continue;
        wanted = undefined;
        show(target);
      }
    },
    { rootMargin: '-48% 0px -48% 0px' },
  );
  steps.forEach(step => observer.observe(step));
  // Whoever scrolls himself decides: by wheel or finger anywhere, by keys or the bar at the side of the page.
  const released = event => {
    if (!zoom.contains(event.target) || event.type === 'wheel' || event.type === 'touchmove') wanted = undefined;
  };
  for (const event of ['wheel', 'touchmove', 'keydown', 'pointerdown']) addEventListener(event, released, { passive: true });
  new ResizeObserver(place).observe(view);
  image.addEventListener('load', place);
  show(steps[0]);
}
