// What only scripts use stands in a template of the page, words included: themes can change it.

/** Puts the tools into the viewer and gives the words that scripts say. */
export function unpack(root, template) {
  const kit = template.content.cloneNode(true);
  const words = Object.fromEntries(
    [...kit.querySelectorAll('[data-word]')].map(word => [word.dataset.word, word.textContent]),
  );
  const live = kit.querySelector('[role="status"]');
  root.querySelector('.stage').prepend(...kit.querySelectorAll('.stage-tools, .stage-note'));
  root.querySelector('.stage-bar').before(kit.querySelector('.tour-bar'));
  root.append(live, ...kit.querySelectorAll('dialog'));
  for (const dialog of root.querySelectorAll('dialog')) {
    dialog.addEventListener('click', event => {
      if (event.target === dialog || event.target.closest('[data-close]')) dialog.close();
    });
  }
  let pending;
  return {
    words,
    part: selector => root.querySelector(selector),
    // A short wait, so that of many steps in a row only the last is read out.
    say: text => {
      clearTimeout(pending);
      pending = setTimeout(() => (live.textContent = text), 150);
    },
  };
}

/** Fills the places {0}, {1}, … of a word. */
export function fill(word, ...values) {
  return word.replace(/\{(\d)\}/g, (_, i) => values[i]);
}
