// The viewer on a record's page. Without it the page shows the picture, or the part of it that the
// address points at, and links lead from page to page.
import { adjustments } from './viewer/adjust.js';
import { downloads } from './viewer/download.js';
import { keys } from './viewer/keys.js';
import { unpack } from './viewer/kit.js';
import { facing } from './viewer/facing.js';
import { failureNotes } from './viewer/notes.js';
import { pageTurning } from './viewer/pages.js';
import { fullScreen } from './viewer/screen.js';
import { scroll } from './viewer/scroll.js';
import { sharing } from './viewer/share.js';
import { imageInformation } from './viewer/source.js';
import { createStage } from './viewer/stage.js';
import { thumbnails } from './viewer/thumbs.js';
import { tours } from './viewer/tours.js';
import { transcript } from './viewer/transcript.js';

function start(root, template) {
  const { words, say, part } = unpack(root, template);
  const figure = root.querySelector('.stage');
  const stage = createStage(figure, words);
  const note = failureNotes(part('.stage-note'), words);
  const download = downloads(part('[data-tool="download"]'), figure, words);
  const lines = transcript(root, stage);
  const tour = tours(root, figure, stage, part('.tour-bar'));
  const order = { fromTheRight: root.dataset.direction === 'right-to-left' };
  const strip = thumbnails(root.querySelector('.thumbs'), order);
  const pages = pageTurning(root, { note, shown: turned, beyond: (rel, link) => opposite.beyond(rel, link) });
  const joined = scroll(root, stage, pages.follow);
  const opposite = facing(root, stage, part('[data-zoom="facing"]'), { words, say, reopen: open, follow: pages.follow });
  const share = sharing(root, figure, stage, { words, say, turnTo: pages.toPage });
  let opening;

  function turned() {
    strip.follow();
    lines.renew();
    tour.end();
    say(figure.dataset.position);
    return open();
  }

  async function open() {
    opening?.abort();
    opening = new AbortController();
    const { signal } = opening;
    note.clear();
    download.withdraw();
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
      download.offer(information);
      await Promise.all([joined, opposite].map(each => each.arrive(figure.dataset.page, signal)));
    } catch (failure) {
      if (signal.aborted) return;
      stage.hide();
      note.show(failure, open);
    }
  }

  const actions = {
    ...stage.actions,
    screen: fullScreen(figure, part('[data-zoom="screen"]')),
    previous: pages.previous,
    next: pages.next,
    first: pages.first,
    last: pages.last,
    facing: opposite.toggle,
    mark: share.mark,
    help: () => part('.keys-help').showModal(),
  };
  const perform = name => {
    actions[name]?.();
    const told = stage.tell(name);
    if (told) say(told);
  };
  figure.addEventListener('click', event => {
    const button = event.target.closest('[data-zoom]');
    if (button) perform(button.dataset.zoom);
  });
  keys(figure, stage.canvas, perform);
  adjustments(part('[data-tool="adjust"]'), stage.canvas);
  stage.onSwipe(direction => perform(direction), order);
  stage.onTrouble(() => note.show({ kind: 'partial' }, stage.reload));
  open();
}

const root = document.querySelector('.viewer');
const template = document.getElementById('viewer-kit');
if (root && template) start(root, template);
