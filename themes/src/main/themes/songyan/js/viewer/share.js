import { fill } from './kit.js';
import { drawRectangle } from './rectangle.js';
import { parse, write } from './region.js';
import { contentState } from './state.js';

const PREVIEW = 640;

/** Marks a part of the page and gives what leads others to it: links, the picture, a citation. */
export function sharing(root, figure, stage, { words, say, turnTo }) {
  const dialog = root.querySelector('.share');
  const button = figure.querySelector('[data-zoom="mark"]');
  const place = name => dialog.querySelector(`[data-share="${name}"]`);
  const record = location.origin + location.pathname;

  function address(region) {
    const query = new URLSearchParams();
    const page = new URLSearchParams(location.search).get('page');
    if (page) query.set('page', page);
    const parameters = [query.toString(), region && `region=${write(region)}`].filter(Boolean).join('&');
    return record + (parameters && `?${parameters}`);
  }

  function show(region) {
    const { manifest } = root.dataset;
    const box = stage.pixels(region);
    const picture = `${figure.dataset.service}/${box.join(',')}/max/0/default.jpg`;
    const link = address(region);
    place('link').textContent = link;
    place('state').textContent = `${record}?iiif-content=${contentState(manifest, figure.dataset.canvas, `xywh=${box.join()}`)}`;
    place('image').textContent = picture;
    // The record's own address gives way to that of the place.
    const source = root.dataset.citation.replace(/https?:\S+$/, '');
    place('citation').textContent = fill(words.citation, source, figure.dataset.label, link);
    preview(picture, box);
    dialog.querySelector('[data-share-native]').hidden = !navigator.share;
    dialog.showModal();
  }

  function preview(picture, [, , width, height]) {
    const image = document.createElement('img');
    const scale = Math.min(1, PREVIEW / width, PREVIEW / height);
    image.width = Math.max(1, Math.round(width * scale));
    image.height = Math.max(1, Math.round(height * scale));
    image.alt = words.preview;
    image.src = scale < 1 ? picture.replace('/max/', `/${image.width},${image.height}/`) : picture;
    dialog.querySelector('.share-preview').replaceChildren(image);
  }

  /** What was drawn on the page that lies beside the open one is a part of that page. */
  async function beside(drawn) {
    const other = stage.besideAt(...drawn);
    if (!other) return undefined;
    await turnTo(other.name);
    return figure.dataset.page === other.name && stage.size() ? other.region : undefined;
  }

  async function mark() {
    if (!stage.size() || figure.querySelector('.stage-veil')) return;
    button.setAttribute('aria-pressed', 'true');
    say(words.marking);
    const drawn = await drawRectangle(figure.querySelector('.osd'), { name: words.marker, hint: words.marking });
    button.setAttribute('aria-pressed', 'false');
    button.focus({ preventScroll: true });
    const region = drawn && (stage.regionAt(...drawn) ?? (await beside(drawn)));
    if (!region) return;
    figure.dataset.region = write(region);
    stage.mark(region);
    history.replaceState(history.state, '', address(region));
    show(region);
  }

  dialog.addEventListener('click', event => {
    if (event.target.closest('[data-share-native]')) {
      navigator.share({ title: document.title, url: place('link').textContent }).catch(() => {});
    }
  });
  // Without the marked part the address is that of the page again.
  figure.addEventListener('keydown', event => {
    if (event.key === 'Escape' && parse(figure.dataset.region)) {
      delete figure.dataset.region;
      history.replaceState(history.state, '', address());
    }
  });
  return { mark };
}
