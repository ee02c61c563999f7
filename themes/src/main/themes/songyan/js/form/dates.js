import { pause } from './pause.js';

// Dates in words are read as they are typed.
export const readDate = pause(async field => {
  // Meanwhile an operation may have put a fresh field in its place.
  if (!field.isConnected) return;
  const said = field.form.querySelector(`output[for="${field.id}"]`);
  said.replaceChildren();
  if (!field.value.trim()) return;
  const answer = await fetch(`/workbench/help/date?text=${encodeURIComponent(field.value)}`);
  if (!answer.ok) return;
  const read = await answer.json();
  if (read.edtf) {
    const edtf = document.createElement('b');
    edtf.textContent = read.edtf;
    said.append(edtf, ` ${read.explanation}`);
  } else if (read.reason) {
    said.append(`${read.reason}。${read.remedy}`);
  }
}, 250);
