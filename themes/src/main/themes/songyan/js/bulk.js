// The form of a change of many descriptions: looks names up and reads dates, as the form of one does.
import { readDate } from './form/dates.js';
import { Lookup } from './form/lookup.js';

document.querySelectorAll('[data-types]').forEach(field => new Lookup(field));
document.querySelectorAll('[data-reading]').forEach(field => {
  for (const kind of ['focus', 'input']) field.addEventListener(kind, () => readDate(field));
});
document.querySelector('[role=alert], [aria-invalid]')?.scrollIntoView({ block: 'center' });
