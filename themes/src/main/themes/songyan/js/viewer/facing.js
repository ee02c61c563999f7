import { fill } from './kit.js';
import { sidesOf } from './sides.js';
import { imageInformation } from './source.js';

const memory = 'lantai-facing';

/** Below this two pages would be too small to be read side by side. */
const WIDE = '(min-width: 60rem)';

function remembered() {
  try {
    return localStorage.getItem(memory) === 'on';
  } catch {
    return false;
  }
}

function remember(on) {
  try {
    localStorage.setItem(memory, on ? 'on' : 'off');
  } catch {
    // Then it is asked for again on the next record.
  }
}

/**
 * Shows the two pages of an opening side by side, where a record has such and the reader wants it.
 * One of them stays the open page, of which the address, the transcript and the tools speak; who
 * zooms into the other one has turned to it.
 *
 * @param button may be absent, which means that no pages of the record face each other
 * @param reopen opens the open page again
 */
export function facing(root, stage, button, { words, say, reopen, follow }) {
  if (!button) return { arrive() {}, beyond: (rel, link) => link, toggle() {} };
  const figure = root.querySelector('.stage');
  const links = [...root.querySelectorAll('.thumbs a[data-opening]')];
  const [before, after] = sidesOf(root.dataset.direction);
  const wide = matchMedia(WIDE);
  let wanted = remembered();
  let arrival;

  const on = () => wanted && wide.matches;
  const here = () => links.findIndex(link => link.dataset.page === figure.dataset.page);
  const beginning = opening => links.find(link => link.dataset.opening === String(opening));

  function neighbour() {
    const at = here();
    return links.find((link, index) => index !== at && link.dataset.opening === links[at]?.dataset.opening);
  }

  function show() {
    button.setAttribute('aria-pressed', on());
    button.hidden = !wide.matches;
    const beside = on() ? neighbour() : undefined;
    for (const link of links) link.toggleAttribute('data-beside', link === beside);
    for (const rel of ['prev', 'next']) {
      const link = figure.querySelector(`.stage-go [rel="${rel}"]`);
      if (link) link.hidden = !beyond(rel, link);
    }
  }

  /** The page to turn to: that at which the next opening begins, or the one before. */
  function beyond(rel, link) {
    if (!on()) return link;
    const opening = Number(links[here()]?.dataset.opening);
    return beginning(opening + (rel === 'next' ? 1 : -1));
  }

  stage.onWander((page, view) => {
    if (!on() || stage.isWhole()) return;
    arrival = { page, view };
    follow(links.find(link => link.dataset.page === page));
  });
  wide.addEventListener('change', () => {
    if (wanted) reopen();
    else show();
  });
  show();

  return {
    beyond,

    toggle() {
      wanted = !wanted;
      remember(wanted);
      say(on() ? words.facing : words.single);
      reopen();
    },

    /** The page is open; that the other one does not come is not worth a failure. */
    async arrive(page, signal) {
      show();
      const there = on() ? neighbour() : undefined;
      const view = arrival?.page === page ? arrival.view : undefined;
      arrival = undefined;
      if (!there?.dataset.info) return;
      let information;
      try {
        information = await imageInformation(there.dataset.info, signal);
      } catch {
        return;
      }
      if (signal.aborted) return;
      const side = links.indexOf(there) < here() ? before : after;
      await stage.adjoin(there.dataset.page, information, side, { together: true });
      if (signal.aborted) return;
      if (view) stage.look(view);
      stage.name(fill(words.opening, figure.dataset.position, there.textContent.trim(), figure.dataset.alt));
    },
  };
}
