import { get } from './source.js';

// Attributes of the stage that tell of the page; the rest belongs to the viewer.
const told = ['info', 'service', 'page', 'region', 'position', 'label', 'alt', 'file', 'canvas'];

/**
 * Turns pages without loading the whole document again; the address and the history stay true.
 *
 * @param beyond which page follows in a direction (prev or next), where it may be another than the
 *     link of the page leads to
 */
export function pageTurning(root, { note, shown, beyond }) {
  const figure = root.querySelector('.stage');
  const strip = root.querySelector('.thumbs');
  let leaving;
  let open = location.search;

  function swap(fresh) {
    const stage = fresh.querySelector('.viewer .stage');
    for (const name of told) {
      if (name in stage.dataset) figure.dataset[name] = stage.dataset[name];
      else delete figure.dataset[name];
    }
    // It is seen only if the viewer fails; until then it need not load.
    for (const image of stage.querySelectorAll('.stage-img img')) image.loading = 'lazy';
    const picture = stage.querySelector('.stage-img');
    picture.hidden = 'info' in figure.dataset && !figure.classList.contains('plain');
    figure.querySelector('.stage-img').replaceWith(picture);
    figure.querySelector('.stage-lost')?.remove();
    const focused = document.activeElement.closest?.('.stage-bar a')?.rel;
    figure.querySelector('.stage-bar').replaceWith(stage.querySelector('.stage-bar'));
    if (focused) (figure.querySelector(`.stage-bar [rel="${focused}"]`) ?? figure.querySelector('.stage-bar [rel]'))?.focus();
    root.querySelector('.script').replaceWith(fresh.querySelector('.viewer .script'));
    const page = figure.dataset.page;
    for (const link of strip?.querySelectorAll('a') ?? []) {
      if (link.dataset.page === page) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    // Other languages and looks are links to this page, too.
    document.querySelector('.top .tools')?.replaceWith(fresh.querySelector('.top .tools'));
  }

  async function go(href, remember = true) {
    leaving?.abort();
    leaving = new AbortController();
    const { signal } = leaving;
    let opened;
    root.setAttribute('aria-busy', 'true');
    try {
      const response = await get(href, signal, 'text/html');
      const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
      if (signal.aborted) return;
      if (response.redirected || !fresh.querySelector('.viewer .stage')) {
        location.assign(href);
        return;
      }
      swap(fresh);
      if (remember) history.pushState(null, '', href);
      open = location.search;
      opened = shown();
    } catch (failure) {
      if (signal.aborted) return;
      note.show(failure, () => go(href, remember));
    } finally {
      if (!signal.aborted) root.removeAttribute('aria-busy');
    }
    await opened;
  }

  const follow = link => link && go(link.href);
  const turn = rel => {
    const link = figure.querySelector(`.stage-go [rel="${rel}"]`);
    return link && follow(beyond(rel, link));
  };
  root.addEventListener('click', event => {
    const link = event.target.closest('.thumbs a, .stage-go [rel]');
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (link.rel) turn(link.rel);
    else follow(link);
  });
  addEventListener('popstate', () => {
    // A mere anchor is no other page.
    if (location.search !== open) go(location.href, false);
  });

  return {
    previous: () => turn('prev'),
    next: () => turn('next'),
    first: () => follow(strip?.querySelector('li:first-child a')),
    last: () => follow(strip?.querySelector('li:last-child a')),
    follow,
    toPage: page => follow(strip?.querySelector(`a[data-page="${page}"]`)),
  };
}
