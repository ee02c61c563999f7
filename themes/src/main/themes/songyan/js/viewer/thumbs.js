/**
 * The strip of pages: one stop of the Tab key, arrows within; the open page always in sight. Where
 * reading goes from right to left, so does the strip.
 */
export function thumbnails(strip, { fromTheRight }) {
  if (!strip) return { follow() {} };
  const links = [...strip.querySelectorAll('a')];
  const current = () => strip.querySelector('[aria-current]');

  function reach(link) {
    for (const other of links) other.tabIndex = other === link ? 0 : -1;
  }

  // Not scrollIntoView, which would move the page as well.
  function follow() {
    const link = current();
    if (!link) return;
    reach(link);
    const box = strip.getBoundingClientRect();
    const at = link.getBoundingClientRect();
    strip.scrollTop += at.top - box.top - (box.height - at.height) / 2;
    strip.scrollLeft += at.left - box.left - (box.width - at.width) / 2;
  }

  strip.addEventListener('keydown', event => {
    const here = links.indexOf(event.target.closest('a'));
    const aside = fromTheRight ? -1 : 1;
    const steps = { ArrowDown: 1, ArrowRight: aside, ArrowUp: -1, ArrowLeft: -aside };
    const to = { Home: 0, End: links.length - 1 }[event.key] ?? here + (steps[event.key] ?? NaN);
    if (here < 0 || !links[to]) return;
    event.preventDefault();
    reach(links[to]);
    links[to].focus();
  });
  follow();
  return { follow };
}
