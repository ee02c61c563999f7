// The parts of the page that an operation changes, and the focus that must outlive it.
const PARTS = ['b-title', 'b-told', 'b-guide', 'b-doc', 'fp', 'b-found', 'b-out'];

// What the page says of itself, and nobody types.
const STATE = ['csrf', 'base', 'document', 'selected', 'op'];

/** Exchanges the parts for those of a fresh page; what is beside them stays. */
export function exchange(page) {
  const pane = document.getElementById('p-out');
  const top = pane.scrollTop;
  const folded = document.querySelector('#b-guide details:not([open])');
  for (const id of PARTS) document.getElementById(id).replaceWith(page.getElementById(id));
  document.querySelector('.b-more').replaceWith(page.querySelector('.b-more'));
  pane.scrollTop = top;
  if (folded) document.querySelector('#b-guide details')?.removeAttribute('open');
}

/** What was typed, as names and values, since the form was sent. */
export function changed(form, sent) {
  return [...new FormData(form)].filter(([name, value]) => !STATE.includes(name) && sent.get(name) !== value);
}

/** Puts what was typed meanwhile into the fresh fields, and gives what they have room for. */
export function putBack(form, typed) {
  const fields = typed.filter(([name]) => form.elements[name]?.matches?.('textarea, select, input:not([type=checkbox])'));
  for (const [name, value] of fields) form.elements[name].value = value;
  return fields;
}

/** Takes the draft and the names in the outline from a fresh page. */
export function names(page) {
  document.getElementById('b-doc').replaceWith(page.getElementById('b-doc'));
  document.querySelector('#b-guide ol')?.replaceWith(page.querySelector('#b-guide ol') ?? '');
  for (const fresh of page.querySelectorAll('#b-out .bt')) {
    const old = document.querySelector(`#b-out .bt[value="${CSS.escape(fresh.value)}"]`);
    if (old) old.replaceChildren(...fresh.childNodes);
  }
  for (const item of page.querySelectorAll('#b-out .b-shown')) {
    const head = document.getElementById(item.parentElement.querySelector('b').id)?.parentElement;
    const old = head?.querySelector('.b-shown');
    if (old) old.replaceWith(item);
  }
}

/** What has the focus, so that it can be found again in fresh parts. */
export function focused() {
  const at = document.activeElement;
  const piece = at?.closest?.('.b-item, .blk, .chs > li');
  return {
    id: at?.id,
    value: at?.name === 'op' ? at.value : '',
    piece: piece?.dataset.id,
    from: at?.selectionStart ?? undefined,
    to: at?.selectionEnd ?? undefined,
  };
}

/** Puts the focus where the reader goes on: on what was moved, or into the form that was opened. */
export function refocus(op, { id, value, piece, from, to }) {
  const find = selector => document.querySelector(selector);
  const [name] = op.split(':');
  if (name === 'find') {
    // Who turns a page has lost the button that he pressed.
    if (op.includes(':')) find('#b-found .found button')?.focus();
    return;
  }
  if (['select', 'section', 'block'].includes(name)) {
    const edit = find('#b-edit');
    edit?.closest('.blk, li')?.scrollIntoView({ block: 'nearest' });
    (edit?.querySelector('.field:not([hidden])') ?? edit?.querySelector('button'))?.focus();
    return;
  }
  if (name === 'item') {
    find('#b-edit .b-item:last-child .field:not([hidden])')?.focus();
    return;
  }
  const same = (value && find(`[name=op][value="${CSS.escape(value)}"]:not(:disabled)`)) || (id && document.getElementById(id));
  const line = piece && find(`[data-id="${CSS.escape(piece)}"]`);
  const target =
    same || line?.querySelector('.mv button:not(:disabled), .bt') || find('#b-out [aria-current]') || find('#b-out .bt');
  target?.focus();
  if (from !== undefined && target?.setSelectionRange && target.type !== 'search') {
    try {
      target.setSelectionRange(from, to);
    } catch {
      // Not a field of text.
    }
  }
}
