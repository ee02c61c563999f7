/**
 * The lines of a page and their places, kept side by side while the text is edited. There may be
 * more places than lines: those of lines that are still to be written.
 */
export function pageLines(text, regions) {
  let lines = text.value.split('\n');
  let places = regions.value.split('\n');

  function shift(fresh) {
    let top = 0;
    while (top < lines.length && top < fresh.length && lines[top] === fresh[top]) top += 1;
    let tail = 0;
    const most = Math.min(lines.length, fresh.length) - top;
    while (tail < most && lines.at(-1 - tail) === fresh.at(-1 - tail)) tail += 1;
    // What is written at the end takes the places that are waiting there.
    if (tail > 0) {
      const from = lines.length - top - tail;
      const to = fresh.length - top - tail;
      const kept = Array.from({ length: to }, (_, i) => (i < from ? places[top + i] ?? '' : ''));
      places = Array.from({ length: Math.max(places.length, lines.length) }, (_, i) => places[i] ?? '');
      places.splice(top, from, ...kept);
    }
    lines = fresh;
  }

  const write = () => {
    while (places.length > 1 && !places.at(-1).trim()) places.pop();
    regions.value = places.join('\n');
    regions.dispatchEvent(new Event('input', { bubbles: true }));
  };

  return {
    lines: () => lines,
    /** How many lines there are, or places are waiting for. */
    count: () => Math.max(lines.length, places.length),
    place: index => places[index] ?? '',
    places: () => places,

    setPlace(index, place) {
      while (places.length <= index) places.push('');
      places[index] = place;
      write();
    },

    setPlaces(all) {
      places = [...all];
      write();
    },

    /** The text was edited. */
    edited() {
      const before = places.join('\n');
      shift(text.value.split('\n'));
      if (places.join('\n') !== before) write();
    },

    /** Both were filled in anew. */
    renew() {
      lines = text.value.split('\n');
      places = regions.value.split('\n');
    },

    /** Leaves out what waits for lines that were not written. */
    trim() {
      const written = text.value.trimEnd();
      regions.value = written ? places.slice(0, written.split('\n').length).join('\n') : '';
    },

    /** The line in which the caret is. */
    atCaret: () => text.value.slice(0, text.selectionStart).split('\n').length - 1,

    select(index) {
      const at = lines.slice(0, index).join('\n').length + (index > 0 ? 1 : 0);
      text.focus({ preventScroll: true });
      text.setSelectionRange(at, at + (lines[index] ?? '').length);
      const height = text.scrollHeight / Math.max(1, lines.length);
      if (text.scrollHeight > text.clientHeight) text.scrollTop = (index - 2) * height;
    },
  };
}
