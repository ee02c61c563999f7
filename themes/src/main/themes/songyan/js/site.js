import { followSteps } from './steps.js';

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
      const text = document.getElementById(button.dataset.copy);
      try {
        await navigator.clipboard.writeText(text.textContent.trim());
        button.textContent = button.dataset.done;
      } catch {
        // Without https browsers keep the clipboard to themselves: the text stands ready for Ctrl+C.
        getSelection().selectAllChildren(text);
      }
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
