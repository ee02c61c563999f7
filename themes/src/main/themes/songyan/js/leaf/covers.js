import { fill } from '../viewer/kit.js';
import { parseWithin, writeWithin } from '../viewer/region.js';

/** Parts of the picture that nobody may see, and what is told of what everybody gets. */
export function covers(form, words, changed) {
  const field = form.elements['f.遮挡'];
  const list = form.querySelector('[data-covers]');
  const told = form.querySelector('[data-public]');
  const value = name => form.elements[`f.${name}`].value.trim();

  const texts = () => field.value.split(/[；;]/).map(text => text.trim()).filter(Boolean);
  const regions = () => texts().map(parseWithin).filter(Boolean);

  function set(all) {
    field.value = all.join('；');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function draw() {
    list.replaceChildren(
      ...texts().map((text, index) => {
        const item = document.createElement('li');
        const name = document.createElement('span');
        name.textContent = fill(words.cover, index + 1, parseWithin(text) ? text : words.invalid);
        const remove = document.createElement('button');
        remove.type = 'button';
        remove.className = 'btn';
        remove.textContent = words['cover.remove'];
        const vh = document.createElement('span');
        vh.className = 'vh';
        vh.textContent = ` ${index + 1}`;
        remove.append(vh);
        remove.addEventListener('click', () => {
          set(texts().filter((_, other) => other !== index));
          (list.querySelectorAll('button')[index] ?? list.parentElement.querySelector('[data-do="cover"]')).focus();
        });
        item.append(name, remove);
        return item;
      }),
    );
    told.textContent = tell();
    changed(regions());
  }

  function reduced() {
    const parts = [];
    if (value('限尺')) parts.push(fill(words['public.side'], value('限尺')));
    if (value('水印')) parts.push(fill(words['public.watermark'], value('水印')));
    return parts.join('');
  }

  function tell() {
    const degree = form.elements['f.开放程度'];
    const chosen = degree.selectedIndex;
    const covered = texts().length > 0 ? fill(words['public.covered'], texts().length) : '';
    // In the order of the degrees: nothing said, open, reduced, after signing in, closed.
    switch (chosen) {
      case 0:
        return (reduced() ? words['public.reduced'] + reduced() : words['public.above']) + covered;
      case 1:
        return words['public.open'] + covered;
      case 2:
        return words['public.reduced'] + reduced() + covered;
      case 3:
        return words['public.signed'] + (reduced() ? words['public.others'] + reduced() : '') + covered;
      default:
        return words['public.closed'];
    }
  }

  return {
    draw,
    add: region => set([...texts(), writeWithin(region)]),
  };
}
