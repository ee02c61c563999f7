import { fill } from './viewer/kit.js';
import { contentState } from './viewer/state.js';

/** Seconds as a clock shows them, to a tenth. */
function clock(seconds) {
  const rest = (seconds % 60).toFixed(1).replace(/\.0$/, '');
  return `${Math.floor(seconds / 60)}:${rest.split('.')[0].length < 2 ? '0' : ''}${rest}`;
}

// Times in chapters and transcripts move the player instead of loading the page again, and the line that is heard is marked.
for (const part of document.querySelectorAll('.av')) {
  const player = part.querySelector('audio, video');
  const stops = [...part.querySelectorAll('[data-t]')];
  if (!player) continue;
  for (const stop of stops)
    stop.addEventListener('click', event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      player.currentTime = Number(stop.dataset.t);
      player.play().catch(() => {});
      if (stop.pathname === location.pathname) history.replaceState(null, '', stop.href);
    });
  const share = part.querySelector('.av-share');
  const button = part.querySelector('[data-av-share]');
  if (share && button) {
    const until = share.querySelector('[data-av-until]');
    const told = share.querySelector('[data-av-span]');
    const now = () => Math.floor(player.currentTime * 10) / 10;
    let from = Infinity;
    const offer = (...times) => {
      const time = `t=${times.join()}`;
      const { page, key, manifest, canvas } = share.dataset;
      const place = name => share.querySelector(`[data-share="${name}"]`);
      const address = new URL(page, location.origin);
      place('link').textContent = `${address}?recording=${key}&${time}#recording-${key}`;
      place('state').textContent = `${address}?iiif-content=${contentState(manifest, canvas, time)}`;
      told.textContent = fill(times.length > 1 ? told.dataset.both : told.dataset.from, ...times.map(clock));
    };
    button.hidden = false;
    button.addEventListener('click', () => {
      share.hidden = false;
      button.setAttribute('aria-expanded', 'true');
      from = now();
      until.disabled = true;
      offer(from);
    });
    // A stretch ends behind its beginning, so it can only end once the player has gone on.
    until.addEventListener('click', () => offer(from, now()));
    player.addEventListener('timeupdate', () => (until.disabled = now() <= from));
  }
  player.addEventListener('timeupdate', () => {
    for (const list of part.querySelectorAll('ol')) {
      let now;
      for (const stop of list.querySelectorAll('[data-t]')) {
        stop.removeAttribute('aria-current');
        if (Number(stop.dataset.t) <= player.currentTime + 0.05) now = stop;
      }
      if (player.currentTime > 0) now?.setAttribute('aria-current', 'true');
    }
  });
}
