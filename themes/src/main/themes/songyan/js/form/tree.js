// Themes: chosen in their trees, beside typing them.
const dialog = document.getElementById('theme-tree');

const cells = field => field.value.split(/[；;]/).map(key => key.trim()).filter(Boolean);

/** Puts a button behind a field of themes that opens the trees. */
export function offerTree(field) {
  if (!dialog || field.dataset.types !== 'theme') return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn en-tree';
  button.textContent = dialog.dataset.open;
  button.setAttribute('aria-label', `${dialog.dataset.open} ${field.labels[0]?.firstChild?.textContent ?? ''}`.trim());
  button.addEventListener('click', () => open(field, button));
  field.parentElement.querySelector('.en-list')?.after(button) ?? field.after(button);
}

async function open(field, button) {
  const body = dialog.querySelector('[data-trees]');
  const told = dialog.querySelector('[role=status]');
  told.textContent = dialog.dataset.wait;
  body.replaceChildren();
  dialog.showModal();
  const schemes = await fetch('/workbench/help/themes')
    .then(answer => (answer.ok ? answer.json() : undefined))
    .catch(() => undefined);
  if (!dialog.open) return;
  told.textContent = schemes ? (schemes.some(scheme => scheme.themes.length) ? '' : dialog.dataset.none) : dialog.dataset.failed;
  const chosen = new Set(cells(field));
  for (const scheme of schemes ?? []) {
    if (!scheme.themes.length) continue;
    const heading = document.createElement('h3');
    heading.textContent = scheme.name;
    body.append(heading, tree(scheme.themes, chosen));
  }
  body.onchange = event => {
    const { value, checked } = event.target;
    const now = cells(field).filter(key => key !== value);
    field.value = (checked ? [...now, value] : now).join('；');
    // A theme that stands at several places is the same one.
    body.querySelectorAll(`input[value="${CSS.escape(value)}"]`).forEach(each => (each.checked = checked));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };
  dialog.addEventListener('close', () => button.focus(), { once: true });
  (body.querySelector('input:checked') ?? body.querySelector('input'))?.focus();
}

function tree(themes, chosen) {
  const known = new Set(themes.map(theme => theme.value));
  const below = new Map();
  const tops = themes.filter(theme => !theme.broader.some(above => known.has(above)));
  for (const theme of themes) {
    for (const above of theme.broader) below.set(above, [...(below.get(above) ?? []), theme]);
  }
  const holds = theme => (below.get(theme.value) ?? []).some(each => chosen.has(each.value) || holds(each));
  const list = some => {
    const items = document.createElement('ul');
    items.className = 'plain en-branch';
    for (const theme of some) {
      const item = document.createElement('li');
      const label = document.createElement('label');
      label.className = 'check';
      const box = Object.assign(document.createElement('input'), { type: 'checkbox', value: theme.value, checked: chosen.has(theme.value) });
      const name = document.createElement('span');
      name.textContent = theme.name;
      label.append(box, ' ', name);
      item.append(label);
      const narrower = below.get(theme.value);
      if (narrower) {
        const more = document.createElement('details');
        const summary = document.createElement('summary');
        summary.textContent = `${theme.name} ▸ ${narrower.length}`;
        more.append(summary);
        // Large trees are made where they are opened.
        const make = () => more.children.length === 1 && more.append(list(narrower));
        more.addEventListener('toggle', make);
        if (holds(theme)) {
          make();
          more.open = true;
        }
        item.append(more);
      }
      items.append(item);
    }
    return items;
  };
  return list(tops);
}

dialog?.querySelector('[data-close]').addEventListener('click', () => dialog.close());
