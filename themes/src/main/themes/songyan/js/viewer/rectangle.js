const STEP = 0.02;
const LEAST = 8;

/**
 * Lets the reader draw a rectangle over an element: with a pointer, or with the arrow keys, which
 * move it, and with Shift change its size. Enter accepts, Escape gives up.
 *
 * @param from the rectangle to begin with, in pixels: left, top, right and bottom
 * @returns a promise of left, top, right and bottom in pixels, or of undefined
 */
export function drawRectangle(over, { name, hint, from: begin }) {
  const veil = document.createElement('div');
  veil.className = 'stage-veil';
  veil.tabIndex = 0;
  veil.setAttribute('role', 'application');
  veil.setAttribute('aria-label', name);
  const told = veil.appendChild(document.createElement('p'));
  told.textContent = hint;
  const frame = veil.appendChild(document.createElement('i'));
  const width = over.clientWidth;
  const height = over.clientHeight;
  const middle = [width * 0.3, height * 0.3, width * 0.7, height * 0.7];
  let rectangle = clip(begin) ?? middle;

  function clip([left, top, right, bottom] = []) {
    const inside = [Math.max(0, left), Math.max(0, top), Math.min(width, right), Math.min(height, bottom)];
    return inside[2] - inside[0] >= LEAST && inside[3] - inside[1] >= LEAST ? inside : undefined;
  }

  function show() {
    const [left, top, right, bottom] = rectangle;
    frame.style.left = `${left}px`;
    frame.style.top = `${top}px`;
    frame.style.width = `${right - left}px`;
    frame.style.height = `${bottom - top}px`;
  }

  const within = (value, most) => Math.max(0, Math.min(most, value));

  return new Promise(resolve => {
    function end(result) {
      veil.remove();
      resolve(result);
    }

    let from;
    const at = event => {
      const box = over.getBoundingClientRect();
      return [within(event.clientX - box.left, width), within(event.clientY - box.top, height)];
    };
    veil.addEventListener('pointerdown', event => {
      event.preventDefault();
      veil.setPointerCapture(event.pointerId);
      from = at(event);
    });
    veil.addEventListener('pointermove', event => {
      if (!from) return;
      const [x, y] = at(event);
      rectangle = [Math.min(from[0], x), Math.min(from[1], y), Math.max(from[0], x), Math.max(from[1], y)];
      show();
    });
    veil.addEventListener('pointerup', () => {
      if (!from) return;
      from = undefined;
      const [left, top, right, bottom] = rectangle;
      if (right - left >= LEAST && bottom - top >= LEAST) end(rectangle);
    });
    veil.addEventListener('pointercancel', () => (from = undefined));

    const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    veil.addEventListener('keydown', event => {
      const arrow = arrows[event.key];
      if (event.key === 'Escape') end();
      else if (event.key === 'Enter') end(rectangle);
      else if (!arrow) return;
      else {
        const [left, top, right, bottom] = rectangle;
        const x = arrow[0] * width * STEP;
        const y = arrow[1] * height * STEP;
        const moved = event.shiftKey
          ? [left, top, right + x, bottom + y]
          : [left + x, top + y, right + x, bottom + y];
        const inside = moved[0] >= 0 && moved[1] >= 0 && moved[2] <= width && moved[3] <= height;
        if (inside && moved[2] - moved[0] >= LEAST && moved[3] - moved[1] >= LEAST) rectangle = moved;
        show();
      }
      event.preventDefault();
      event.stopPropagation();
    });
    over.append(veil);
    show();
    veil.focus({ preventScroll: true });
  });
}
