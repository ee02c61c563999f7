// The pages of a record beside its form. Without it the strip leads to the desk of each page.
import { desk } from './viewer/desk.js';

const box = document.getElementById('leaves');
const root = box?.querySelector('[data-leaves]');
const told = ['info', 'alt', 'position'];

function start() {
  const links = [...root.querySelectorAll('.leaf-strip a')];
  const current = () => links.findIndex(link => link.hasAttribute('aria-current'));
  const step = by => () => links[current() + by] && turn(links[current() + by]);
  const { figure, say, open } = desk(root, {
    more: { previous: step(-1), next: step(1), first: () => turn(links[0]), last: () => turn(links.at(-1)) },
  });
  const buttons = { previous: root.querySelector('[data-zoom="previous"]'), next: root.querySelector('[data-zoom="next"]') };

  function mark() {
    buttons.previous.disabled = current() === 0;
    buttons.next.disabled = current() === links.length - 1;
  }

  function turn(link) {
    links[current()]?.removeAttribute('aria-current');
    link.setAttribute('aria-current', 'true');
    for (const name of told) {
      if (name in link.dataset) figure.dataset[name] = link.dataset[name];
      else delete figure.dataset[name];
    }
    root.querySelector('[data-desk]').href = link.href;
    root.querySelector('[data-told]').textContent = link.dataset.position;
    link.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    say(link.dataset.position);
    mark();
    open();
  }

  root.addEventListener('click', event => {
    const link = event.target.closest('.leaf-strip a');
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    turn(link);
  });
  mark();
  open();
}

if (root) {
  // On a narrow screen the form comes first; the pages open when they are wanted.
  box.open = matchMedia('(min-width: 80.01rem)').matches;
  if (box.open) start();
  else box.addEventListener('toggle', start, { once: true });
}
