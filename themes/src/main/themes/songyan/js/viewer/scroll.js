import { sidesOf } from './sides.js';
import { imageInformation } from './source.js';

// So many pages are seen on either side of the open one.
const SEEN = 2;

/**
 * Shows the pages of a scroll joined: those before and after the open one lie at its sides, and who
 * moves the picture on to one of them has turned to that page, with the same in view as before.
 */
export function scroll(root, stage, follow) {
  const strip = root.querySelector('.thumbs');
  if (!('joined' in root.dataset) || !strip) return { async arrive() {} };
  const [before, after] = sidesOf(root.dataset.direction);
  let arrival;

  stage.onWander((page, view) => {
    arrival = { page, view };
    follow(strip.querySelector(`a[data-page="${page}"]`));
  });

  async function adjoin(links, side, signal) {
    for (const link of links) {
      // Beyond a page without a picture the scroll goes on after it is turned.
      if (!link.dataset.info) return;
      const information = await imageInformation(link.dataset.info, signal);
      if (signal.aborted) return;
      stage.adjoin(link.dataset.page, information, side);
    }
  }

  return {
    /** The page is open; what lies beside it is not worth a failure. */
    async arrive(page, signal) {
      if (arrival?.page === page) stage.look(arrival.view);
      arrival = undefined;
      const links = [...strip.querySelectorAll('a[data-page]')];
      const here = links.findIndex(link => link.dataset.page === page);
      const earlier = links.slice(Math.max(0, here - SEEN), here).reverse();
      const later = links.slice(here + 1, here + 1 + SEEN);
      await Promise.allSettled([adjoin(earlier, before, signal), adjoin(later, after, signal)]);
    },
  };
}
