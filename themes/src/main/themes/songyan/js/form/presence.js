// Two people on one thing see each other: the page says that its reader is there, and shows who else
// is and what was saved meanwhile.
const EVERY = 15_000;

/**
 * @param form with the token of the session and the version that it was filled from
 * @param unsaved tells whether there is anything that is not saved
 */
export function bePresent(form, unsaved) {
  const told = document.querySelector('[data-presence]');
  if (!told) return;
  const words = told.dataset;
  const send = (method, given) =>
    fetch(words.presence, {
      method,
      headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': form.elements.csrf.value },
      ...given,
    });
  const fill = (text, value) => text.replace('{0}', value);
  async function say() {
    if (document.hidden) return;
    const answer = await send('PUT', { body: JSON.stringify({ unsaved: unsaved() }) }).catch(() => undefined);
    if (!answer?.ok) return;
    const { others, version, savedBy } = await answer.json();
    const writing = others.filter(each => each.unsaved).map(each => each.name);
    const reading = others.filter(each => !each.unsaved).map(each => each.name);
    const lines = [
      writing.length && fill(words.writing, writing.join('、')),
      reading.length && fill(words.reading, reading.join('、')),
      version > Number(form.elements.base.value) && fill(words.newer, savedBy ?? ''),
    ].filter(Boolean);
    const text = lines.join(' ');
    // It is read out when it changes, and only then.
    if (told.textContent !== text) told.textContent = text;
  }
  say();
  setInterval(say, EVERY);
  document.addEventListener('visibilitychange', say);
  let before = false;
  form.addEventListener('input', () => {
    if (!before) setTimeout(say, 400);
    before = true;
  });
  window.addEventListener('pagehide', () => send('DELETE', { keepalive: true }).catch(() => undefined));
}
