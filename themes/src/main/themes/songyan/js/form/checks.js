import { pause } from './pause.js';

/**
 * Says what is wrong with a field as soon as it is left, and beside the button what keeps all of it
 * from being saved. What nobody has touched yet is only counted.
 */
export function checkInline(form) {
  const open = form.querySelector('[data-open]');
  if (!open) return;
  const [, , , type, key] = new URL(form.action).pathname.split('/');
  const address = `/workbench/entries/${type}/~checks${key ? `?of=${key}` : ''}`;
  const touched = new Set();
  let latest = 0;

  const check = pause(async () => {
    const number = ++latest;
    const answer = await fetch(address, { method: 'POST', body: new URLSearchParams(new FormData(form)) }).catch(() => undefined);
    // An answer to what has been typed over since would be wrong.
    if (!answer?.ok || number !== latest) return;
    const { fields, faults } = await answer.json();
    for (const name of touched) {
      const field = form.elements.namedItem(name);
      if (field?.closest) show(field, fields[name] ?? []);
    }
    const left = Object.keys(fields).filter(name => fields[name].some(each => each.error) && !touched.has(name)).length;
    const lines = [...faults, left && open.dataset.open.replace('{0}', left)].filter(Boolean);
    open.textContent = lines.join(' ');
  }, 400);

  form.addEventListener('change', event => {
    if (!event.target.name || event.target.closest('.en-go, .en-keep')) return;
    touched.add(event.target.name);
    check();
  });
}

function show(field, problems) {
  const place = field.closest('.en-field');
  place.querySelector(`#${CSS.escape(field.id)}-e`)?.remove();
  const bad = problems.length > 0;
  place.classList.toggle('en-bad', bad);
  const described = (field.getAttribute('aria-describedby') ?? '').split(' ').filter(id => id && id !== `${field.id}-e`);
  if (bad) {
    field.ariaInvalid = 'true';
    const told = document.createElement('div');
    told.id = `${field.id}-e`;
    told.setAttribute('role', 'status');
    for (const problem of problems) {
      const line = document.createElement('p');
      line.className = problem.error ? 'err' : 'en-warn';
      const remedy = document.createElement('small');
      remedy.textContent = problem.remedy;
      line.append(problem.reason, remedy);
      told.append(line);
    }
    place.append(told);
    described.push(told.id);
  } else field.removeAttribute('aria-invalid');
  if (described.length) field.setAttribute('aria-describedby', described.join(' '));
  else field.removeAttribute('aria-describedby');
}
