import { fill } from './kit.js';

const OFFERED = 3;

/** Whether readers get only a reduced or guarded image (IIIF Authorization Flow 2.0, section 2.3). */
function guarded(information) {
  return (information.service ?? []).some(service => service.type === 'AuthProbeService2');
}

function allowed(size, { maxWidth = Infinity, maxHeight = maxWidth, maxArea = Infinity }) {
  return size.width <= maxWidth && size.height <= maxHeight && size.width * size.height <= maxArea;
}

/** The sizes that may be saved: the whole, and some of those that the service has ready. */
function sizes(information) {
  const whole = { width: information.width, height: information.height };
  return [whole, ...(information.sizes ?? []).toSorted((a, b) => b.width - a.width)]
    .filter(size => allowed(size, information))
    .filter((size, i, all) => all.findIndex(other => other.width === size.width) === i)
    .slice(0, OFFERED);
}

/** Offers the sizes of the page's image that its info.json allows, and nothing where access is limited. */
export function downloads(tool, figure, words) {
  const list = tool.querySelector('ul');
  const rights = tool.querySelector('[data-rights]');

  function item(information, size) {
    const whole = size.width === information.width;
    const link = document.createElement('a');
    link.href = `${information.id}/full/${whole ? 'max' : `${size.width},${size.height}`}/0/default.jpg`;
    link.download = `${figure.dataset.file}${whole ? '' : `-${size.width}`}.jpg`;
    link.textContent = fill(whole ? words.whole : words.size, size.width, size.height);
    const entry = document.createElement('li');
    entry.append(link);
    return entry;
  }

  return {
    withdraw() {
      tool.hidden = true;
      tool.open = false;
    },
    offer(information) {
      const offered = guarded(information) ? [] : sizes(information);
      list.replaceChildren(...offered.map(size => item(information, size)));
      tool.hidden = offered.length === 0;
      rights.hidden = !information.rights;
      rights.textContent = information.rights ? fill(words.rights, information.rights) : '';
    },
  };
}
