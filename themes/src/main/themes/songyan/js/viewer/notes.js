import { fill } from './kit.js';

const ATTEMPTS = 3;

/** Says in the stage what failed, tries again by itself where that helps, and on demand. */
export function failureNotes(box, words) {
  const text = box.querySelector('span');
  const button = box.querySelector('button');
  let again;
  let timer;
  let attempts = 0;

  function clear() {
    clearInterval(timer);
    box.hidden = true;
    again = undefined;
  }

  function retry() {
    const task = again;
    clear();
    task?.();
  }

  function countDown(seconds) {
    let left = seconds;
    timer = setInterval(() => {
      left -= 1;
      if (left <= 0) retry();
    }, 1000);
  }

  button.addEventListener('click', () => {
    attempts = 0;
    retry();
  });
  addEventListener('online', () => {
    if (box.dataset.kind === 'offline' && !box.hidden) retry();
  });

  return {
    clear,
    show(failure, task) {
      clear();
      const kind = failure.kind in words ? failure.kind : 'broken';
      again = task;
      box.dataset.kind = kind;
      button.hidden = kind === 'missing' || kind === 'gone' || kind === 'closed';
      box.hidden = false;
      if (kind === 'busy' && attempts < ATTEMPTS) {
        attempts += 1;
        text.textContent = fill(words.busy, failure.seconds);
        countDown(failure.seconds);
      } else {
        text.textContent = kind === 'busy' ? words.broken : words[kind];
      }
    },
  };
}
