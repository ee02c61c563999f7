// Characters are keys only within the stage (WCAG 2.1.4). Those that move the page elsewhere do so
// only where the picture itself has the focus.
const anywhere = {
  '+': 'in',
  '=': 'in',
  '-': 'out',
  _: 'out',
  0: 'home',
  r: 'turn',
  R: 'back',
  d: 'facing',
  D: 'facing',
  f: 'screen',
  F: 'screen',
  s: 'mark',
  S: 'mark',
  '[': 'previous',
  ']': 'next',
  '?': 'help',
  '？': 'help',
};

const onPicture = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageUp: 'previous',
  PageDown: 'next',
  Home: 'first',
  End: 'last',
  Escape: 'unmark',
};

export function keys(figure, canvas, perform) {
  figure.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest('input, dialog')) return;
    const action = anywhere[event.key] ?? (canvas.contains(event.target) ? onPicture[event.key] : undefined);
    if (!action) return;
    event.preventDefault();
    perform(action);
  });
}
