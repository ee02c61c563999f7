// Progressive enhancement. Without it every page reads in full: the contents are anchors, a close
// reading shows its details one by one, settings are plain links.
const root = document.documentElement;
root.classList.add('js');

function closeMenusOnEscape() {
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    for (const menu of document.querySelectorAll('details.pop[open]')) {
      menu.open = false;
      menu.firstElementChild.focus();
    }
  });
  document.addEventListener('click', event => {
    for (const menu of document.querySelectorAll('details.pop[open]')) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
}

// Moves the picture so that the region of the step in view fills the stage.
function followSteps(zoom) {
  const view = zoom.querySelector('.zoom-view');
  const image = view?.querySelector('img');
  const sheet = view?.querySelector('.zoom-sheet');
  const steps = [...zoom.querySelectorAll('.zoom-step')];
  if (!image || steps.length === 0) return;
  const mark = sheet.appendChild(document.createElement('i'));
  mark.className = 'zoom-mark';
  let current = steps[0];

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
    place();
  };

  const observer = new IntersectionObserver(
    entries => entries.forEach(entry => entry.isIntersecting && show(entry.target)),
    { rootMargin: '-48% 0px -48% 0px' },
  );
  steps.forEach(step => observer.observe(step));
  new ResizeObserver(place).observe(view);
  image.addEventListener('load', place);
  show(steps[0]);
}

// Marks the chapter being read, in the margin and in the bar at the top.
function markChapter() {
  const links = [...document.querySelectorAll('.rail a[href^="#"], .toc-bar a[href^="#"], .p-jump a[href^="#"], .bk-toc a[href^="#"]')];
  if (links.length === 0) return;
  const now = document.querySelector('.toc-now');
  const mark = section => {
    for (const link of links) {
      if (link.getAttribute('href') === `#${section.id}`) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    if (now) now.textContent = section.dataset.short ?? '';
  };
  const observer = new IntersectionObserver(
    entries => entries.forEach(entry => entry.isIntersecting && mark(entry.target)),
    { rootMargin: '-30% 0px -65% 0px' },
  );
  document.querySelectorAll('[data-short]').forEach(section => observer.observe(section));
  for (const bar of document.querySelectorAll('.toc-bar')) {
    bar.addEventListener('click', event => {
      if (event.target.closest('a')) bar.open = false;
    });
  }
}

function buttons() {
  document.addEventListener('click', async event => {
    const button = event.target.closest?.('button');
    if (button?.hasAttribute('data-print')) print();
    if (button?.dataset.copy) {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
      button.textContent = button.dataset.done;
    }
  });
}

// The query form: a line number for every line, Ctrl+Enter to run.
function queryEditor() {
  const area = document.querySelector('.ed-box textarea');
  if (!area) return;
  const numbers = area.previousElementSibling;
  const count = () => {
    const lines = area.value.split('\n').length;
    numbers.textContent = Array.from({ length: lines }, (_, i) => i + 1).join('\n');
    area.rows = Math.max(10, Math.min(28, lines));
  };
  area.addEventListener('input', count);
  area.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) area.form.requestSubmit();
  });
  count();
}

// An image that does not arrive says so instead of leaving a hole.
function missingImages() {
  document.addEventListener(
    'error',
    event => {
      if (event.target instanceof HTMLImageElement) event.target.classList.add('broken');
    },
    true,
  );
}

missingImages();
addEventListener('DOMContentLoaded', () => {
  closeMenusOnEscape();
  document.querySelectorAll('.zoom').forEach(followSteps);
  markChapter();
  buttons();
  queryEditor();
});
