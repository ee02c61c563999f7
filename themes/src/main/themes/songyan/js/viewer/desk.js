import { adjustments } from './adjust.js';
import { keys } from './keys.js';
import { unpack } from './kit.js';
import { failureNotes } from './notes.js';
import { fullScreen } from './screen.js';
import { imageInformation } from './source.js';
import { createStage } from './stage.js';

/**
 * The viewer beside a form of the workbench: the stage with its tools.
 *
 * @param more actions beside those of the stage, by name
 * @param opened is called when a page is there
 */
export function desk(root, { more = {}, opened = () => {} } = {}) {
  const { words, say, part } = unpack(root, document.getElementById('viewer-kit'));
  const figure = root.querySelector('.stage');
  const stage = createStage(figure, words);
  const note = failureNotes(part('.stage-note'), words);
  let opening;

  async function open() {
    opening?.abort();
    opening = new AbortController();
    const { signal } = opening;
    note.clear();
    stage.clear();
    figure.classList.toggle('no-image', !figure.dataset.info);
    if (!figure.dataset.info) {
      stage.hide();
      return;
    }
    try {
      const information = await imageInformation(figure.dataset.info, signal);
      await stage.open(information, signal);
      stage.name(`${figure.dataset.position}${words.colon}${figure.dataset.alt}`);
      opened();
    } catch (failure) {
      if (signal.aborted) return;
      stage.hide();
      note.show(failure, open);
    }
  }

  const actions = { ...stage.actions, screen: fullScreen(figure, part('[data-zoom="screen"]')), ...more };
  const perform = name => {
    actions[name]?.();
    const told = stage.tell(name);
    if (told) say(told);
  };
  root.addEventListener('click', event => {
    const button = event.target.closest('[data-zoom]');
    if (button) perform(button.dataset.zoom);
  });
  keys(figure, stage.canvas, perform);
  adjustments(part('[data-tool="adjust"]'), stage.canvas);
  stage.onSwipe(direction => perform(direction));
  stage.onTrouble(() => note.show({ kind: 'partial' }, stage.reload));
  return { stage, figure, words, say, open };
}
