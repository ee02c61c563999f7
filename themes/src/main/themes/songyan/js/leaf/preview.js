/** The text as the public page shows it. */
export function preview(box, words) {
  const paragraph = box.querySelector('p');

  return {
    draw(lines, places, language) {
      const longest = Math.max(...lines.map(line => [...line].length));
      box.className = `sheet-text chars-${Math.min(36, Math.max(6, longest))}${longest > 26 ? ' len-xl' : longest > 20 ? ' len-l' : ''}`;
      box.lang = language;
      paragraph.replaceChildren(
        ...lines.map((line, index) => {
          const span = document.createElement('span');
          span.className = 'l';
          span.dataset.line = index;
          span.textContent = line;
          if (places[index]) span.classList.add('placed');
          return span;
        }),
      );
    },

    mark(index) {
      for (const line of paragraph.children) line.classList.toggle('pointed', Number(line.dataset.line) === index);
    },

    onPress(listener) {
      box.addEventListener('click', event => {
        const line = event.target.closest('[data-line]');
        if (line) listener(Number(line.dataset.line));
      });
    },
  };
}
