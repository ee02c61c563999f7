import { baseKeymap, chainCommands, lift, toggleMark, wrapIn } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { liftListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import { schema } from './schema.js';

const { strong, emphasis, link } = schema.marks;
const { list, item, quotation } = schema.nodes;

export function isIn(state, type) {
  const { $from } = state.selection;
  return Array.from({ length: $from.depth }, (_, above) => $from.node(above + 1)).some(node => node.type === type);
}

export function isMarked(state, type) {
  const { from, to, $from, empty } = state.selection;
  return empty ? Boolean(type.isInSet(state.storedMarks ?? $from.marks())) : state.doc.rangeHasMark(from, to, type);
}

const toggleIn = (type, into, out) => (state, dispatch) => (isIn(state, type) ? out : into)(state, dispatch);

/** The link at the caret or at the beginning of what is selected, with its extent. */
export function linkAt({ selection }) {
  const { $from } = selection;
  const start = $from.start();
  let found;
  $from.parent.forEach((node, offset) => {
    const mark = link.isInSet(node.marks);
    const from = start + offset;
    const to = from + node.nodeSize;
    if (!mark) return;
    if (found && found.to === from && found.href === mark.attrs.href) found.to = to;
    else if (!found || found.to < $from.pos) found = { from, to, href: mark.attrs.href };
  });
  return found && found.from <= $from.pos && found.to >= $from.pos ? found : undefined;
}

/** Links what is selected, or the link at the caret, or else writes the address itself; without one, unlinks. */
export const linkTo = href => (state, dispatch) => {
  const at = linkAt(state);
  const { from, to } = state.selection.empty && at ? at : state.selection;
  const { tr } = state;
  if (from === to && !href) return false;
  if (from === to) tr.insert(from, schema.text(href, [link.create({ href })]));
  else {
    tr.removeMark(from, to, link);
    if (href) tr.addMark(from, to, link.create({ href }));
  }
  dispatch(tr);
  return true;
};

/** What buttons and keys do; asking for an address is for who has the view. */
export const commands = {
  strong: toggleMark(strong),
  emphasis: toggleMark(emphasis),
  list: toggleIn(list, wrapInList(list), liftListItem(item)),
  quotation: toggleIn(quotation, wrapIn(quotation), lift),
};

export const pressed = {
  strong: state => isMarked(state, strong),
  emphasis: state => isMarked(state, emphasis),
  link: state => linkAt(state) !== undefined || isMarked(state, link),
  list: state => isIn(state, list),
  quotation: state => isIn(state, quotation),
};

const enter = chainCommands(splitListItem(item), baseKeymap.Enter);

/** There is no line break within a paragraph, so every Enter begins another one. */
export const keys = {
  'Mod-b': commands.strong,
  'Mod-i': commands.emphasis,
  'Mod-Shift-8': commands.list,
  'Mod-Shift-9': commands.quotation,
  'Mod-z': undo,
  'Mod-y': redo,
  'Mod-Shift-z': redo,
  Enter: enter,
  'Shift-Enter': enter,
};
