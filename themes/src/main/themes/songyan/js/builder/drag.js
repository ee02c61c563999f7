import Sortable from 'sortablejs';

/** Lets sections, blocks, items and what was found be dragged, by mouse and by touch. */
export function drag(form, work) {
  const index = event => event.newDraggableIndex;
  const settings = {
    animation: 120,
    delay: 150,
    delayOnTouchOnly: true,
    handle: '.grip',
    filter: '.mv, .field',
    preventOnFilter: false,
  };
  for (const list of form.querySelectorAll('[data-sort]')) {
    if (Sortable.get(list)) continue;
    const kind = list.dataset.sort;
    const parent = list.dataset.parent ?? 'whole';
    new Sortable(list, {
      ...settings,
      draggable: kind === 'items' ? '.b-item' : 'li[data-id], li[data-take]',
      group: { name: kind, put: kind === 'sections' ? false : [kind, 'found'] },
      onEnd: event => {
        const into = event.to.dataset.parent ?? 'whole';
        if (event.from !== event.to || event.oldDraggableIndex !== event.newDraggableIndex) {
          work(`move:${event.item.dataset.id}:${into}:${index(event)}`);
        }
      },
      onAdd: event => {
        const take = event.item.dataset.take;
        if (!take) return;
        event.item.remove();
        work(kind === 'items' ? take : `${take.replace('take:', 'place:')}:${parent}:${index(event)}`);
      },
    });
  }
  const found = form.querySelector('.found');
  if (found && !Sortable.get(found)) {
    new Sortable(found, {
      ...settings,
      handle: undefined,
      sort: false,
      draggable: '[data-take]',
      filter: 'button',
      group: { name: 'found', pull: 'clone', put: false },
    });
  }
}
