import { contentState } from './viewer/state.js';

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
    button.hidden = false;
    button.addEventListener('click', () => {
      const time = `t=${Math.floor(player.currentTime * 10) / 10}`;
      const { page, key, manifest, canvas } = share.dataset;
      const place = name => share.querySelector(`[data-share="${name}"]`);
      const address = new URL(page, location.origin);
      place('link').textContent = `${address}?recording=${key}&${time}#recording-${key}`;
      place('state').textContent = `${address}?iiif-content=${contentState(manifest, canvas, time)}`;
      share.hidden = false;
      button.setAttribute('aria-expanded', 'true');
    });
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
