import OpenSeadragon from 'openseadragon';
import { Failure } from './source.js';
import { fill } from './kit.js';
import { parse, pixels } from './region.js';

// OpenSeadragon would insert a style element, which the content security policy refuses and the
// page has no need of: its focus ring is in the style sheet. It leaves it at that where it finds an
// element of that name, and one outside HTML's namespace is no style to the browser.
const found = document.createElementNS('https://w3id.org/lantai/ns#', 'style');
found.setAttribute('data-openseadragon-mobile-css', 'true');
document.head.append(found);

// It warns of tiles that come after their page was turned, which is as it should be.
OpenSeadragon.console = { ...console, warn() {} };

const STEP = 1.5;
const ARROW = 80;
const SWIPE = 60;

// So much of the picture must stay in view.
const VISIBLE = 0.6;

// So much of the view must stay on the open image where others lie beside it.
const BESIDE = 0.2;

const frame = () => new Promise(requestAnimationFrame);

/** The picture: a thin layer over OpenSeadragon that speaks of regions in percent. */
export function createStage(figure, words) {
  const box = document.createElement('div');
  box.className = 'osd';
  box.hidden = true;
  figure.querySelector('.stage-img').after(box);
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const viewer = OpenSeadragon({
    element: box,
    showNavigationControl: false,
    keyboardNavEnabled: false,
    drawer: 'canvas',
    animationTime: still ? 0 : 0.8,
    visibilityRatio: VISIBLE,
    maxZoomPixelRatio: 2.5,
    viewportMargins: { top: 16, right: 16, bottom: 16, left: 16 },
    minZoomImageRatio: 0.8,
    crossOriginPolicy: false,
    tileRetryMax: 2,
    tileRetryDelay: 3000,
    gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
    gestureSettingsTouch: { pinchRotate: false },
  });
  viewer.canvas.setAttribute('role', 'application');
  viewer.canvas.setAttribute('aria-roledescription', words.role);
  viewer.canvas.setAttribute('aria-description', words.hint);
  const { viewport } = viewer;
  const mark = overlay('stage-mark');
  const light = overlay('stage-light');
  const image = () => viewer.world.getItemAt(0);
  let size;
  let home = true;
  let joined = [];

  function overlay(name) {
    const element = document.createElement('i');
    element.className = name;
    return element;
  }

  function rectangle(region) {
    const [x, y, w, h] = region.map(number => number / 100);
    return image().imageToViewportRectangle(x * size.width, y * size.height, w * size.width, h * size.height);
  }

  function place(element, region) {
    viewer.removeOverlay(element);
    if (region && image()) viewer.addOverlay({ element, location: rectangle(region) });
  }

  function closeUp(region, atOnce = still) {
    const around = rectangle(region);
    around.x -= around.width * 0.1;
    around.y -= around.height * 0.1;
    around.width *= 1.2;
    around.height *= 1.2;
    viewport.fitBoundsWithConstraints(around, atOnce);
  }

  function below(item, { width, height }, [left, top, right, bottom]) {
    const corners = [[left, top], [right, top], [right, bottom], [left, bottom]].map(([x, y]) =>
      item.viewerElementToImageCoordinates(new OpenSeadragon.Point(x, y)),
    );
    const span = (values, whole) => {
      const from = Math.max(0, Math.min(...values));
      return [(from / whole) * 100, ((Math.min(whole, Math.max(...values)) - from) / whole) * 100];
    };
    const [x, w] = span(corners.map(point => point.x), width);
    const [y, h] = span(corners.map(point => point.y), height);
    return w > 0 && h > 0 ? [x, y, w, h] : undefined;
  }

  let boxes = [];

  const atHome = () => viewport.getZoom() <= viewport.getHomeZoom() * 1.02;

  // While the whole page is in view one finger scrolls the document past it; zoomed in, it moves
  // the picture. Two fingers always zoom.
  function shareGestures() {
    const cooperative = atHome();
    if (cooperative !== viewer.cooperativeGestures) viewer.setCooperativeGestures(cooperative);
    const action = cooperative ? 'pan-y' : 'none';
    viewer.canvas.style.touchAction = action;
    viewer.container.style.touchAction = action;
  }
  viewer.addHandler('canvas-cooperative-gesture', event => (event.preventDefaultAction = true));
  viewer.addHandler('zoom', () => {
    home = atHome();
    shareGestures();
  });
  // A page that was seen whole is seen whole in a window of any size.
  viewer.addHandler('resize', () => {
    const whole = home;
    requestAnimationFrame(() => whole && viewport.goHome(true));
  });

  // The wheel scrolls the page; with Ctrl, or in full screen, it zooms.
  viewer.addHandler('canvas-scroll', event => {
    const { ctrlKey, metaKey } = event.originalEvent;
    const wanted = ctrlKey || metaKey || document.fullscreenElement === figure;
    event.preventDefaultAction = !wanted;
    event.preventDefault = wanted;
  });

  const move = (x, y) => viewport.panBy(viewport.deltaPointsFromPixels(new OpenSeadragon.Point(x, y))).applyConstraints();
  const actions = {
    in: () => viewport.zoomBy(STEP).applyConstraints(),
    out: () => viewport.zoomBy(1 / STEP).applyConstraints(),
    home() {
      viewport.setRotation(0);
      viewport.goHome();
    },
    turn: () => viewport.rotateBy(90),
    back: () => viewport.rotateBy(-90),
    left: () => move(-ARROW, 0),
    right: () => move(ARROW, 0),
    up: () => move(0, -ARROW),
    down: () => move(0, ARROW),
    unmark: () => place(mark),
  };

  return {
    actions,
    canvas: viewer.canvas,
    closeUp,
    highlight: region => place(light, region),
    mark: region => place(mark, region),
    size: () => size,
    isWhole: atHome,
    isOpen: () => Boolean(image()),

    /** Puts boxes on the picture in the place of those that were there; gives their elements. */
    boxes(regions, name) {
      boxes.filter(box => box.dataset.kind === name).forEach(box => viewer.removeOverlay(box));
      boxes = boxes.filter(box => box.dataset.kind !== name);
      const fresh = regions.map(region => {
        const element = overlay(name);
        element.dataset.kind = name;
        if (region) place(element, region);
        return element;
      });
      boxes.push(...fresh);
      return fresh;
    },

    /** The part of the picture that is in view, and a way back to it. */
    view() {
      const bounds = viewport.getBounds(true);
      return [bounds.x, bounds.y, bounds.width, bounds.height];
    },
    look: bounds => viewport.fitBounds(new OpenSeadragon.Rect(...bounds), true),
    reload: () => image()?.reset(),

    /** Opens an image by its info.json, at the region that the figure names. */
    open(information, signal) {
      figure.classList.remove('plain');
      figure.querySelector('.stage-img').hidden = true;
      box.hidden = false;
      size = { width: information.width, height: information.height };
      joined = [];
      viewer.world.setAutoRefigureSizes(true);
      return new Promise((resolve, reject) => {
        const settle = task => () => {
          if (signal.aborted) return;
          task();
        };
        viewer.addOnceHandler('open', settle(async () => {
          home = true;
          // The viewer learns of its size, which it did not have while it was hidden.
          await frame();
          await frame();
          if (signal.aborted) return;
          const region = parse(figure.dataset.region);
          viewport.goHome(true);
          if (region) {
            place(mark, region);
            closeUp(region, true);
          }
          shareGestures();
          resolve();
        }));
        viewer.addOnceHandler('open-failed', settle(() => reject(new Failure('broken'))));
        viewer.open(information);
      });
    },

    clear() {
      viewer.clearOverlays();
    },

    /**
     * Shows another image at a side of the open one, or of what was put there before. The open one
     * stays what the picture is: all regions are its own, and going home shows it alone, or
     * together with the other.
     */
    adjoin(name, information, side, { together = false } = {}) {
      const own = image().getBounds(true);
      const edge = joined.findLast(other => other.side === side)?.place ?? own;
      const across = side === 'left' || side === 'right';
      const ratio = information.width / information.height;
      const width = across ? own.height * ratio : own.width;
      const height = across ? own.height : own.width / ratio;
      const x = { left: edge.x - width, right: edge.x + edge.width }[side] ?? own.x;
      const y = { top: edge.y - height, bottom: edge.y + edge.height }[side] ?? own.y;
      const other = { name, side, place: new OpenSeadragon.Rect(x, y, width, height) };
      joined.push(other);
      viewer.world.setAutoRefigureSizes(together);
      viewport.visibilityRatio = together ? VISIBLE : BESIDE;
      return new Promise(resolve => {
        const whole = home && !figure.dataset.region;
        const settled = ({ item }) => {
          other.item = item;
          if (together && whole) viewport.goHome(true);
          resolve();
        };
        viewer.addTiledImage({ tileSource: information, x, y, width, success: settled, error: resolve });
      });
    },

    /**
     * Calls when the middle of the picture has come to lie on an image that was put beside the open
     * one: with its name, and the view as it is once that is open.
     */
    onWander(listener) {
      viewer.addHandler('animation-finish', () => {
        const there = joined.find(other => other.place.containsPoint(viewport.getCenter(true)));
        if (!there) return;
        const { x, y, width } = there.place;
        const bounds = viewport.getBounds(true);
        listener(there.name, [(bounds.x - x) / width, (bounds.y - y) / width, bounds.width / width, bounds.height / width]);
      });
    },

    /** Shows the plain picture, or what stands in its place. */
    hide() {
      viewer.close();
      box.hidden = true;
      figure.classList.add('plain');
      figure.querySelector('.stage-img').hidden = false;
    },

    name(text) {
      viewer.canvas.setAttribute('aria-label', text);
    },

    /** What a screen reader says after an action. */
    tell(action) {
      if (!image()) return '';
      const percent = image().viewportToImageZoom(viewport.getZoom(false)) * 100;
      const degrees = ((viewport.getRotation(false) % 360) + 360) % 360;
      switch (action) {
        case 'in':
        case 'out':
          return fill(words.zoomed, percent < 10 ? percent.toFixed(1) : Math.round(percent));
        case 'home':
          return words.all;
        case 'turn':
        case 'back':
          return fill(words.turned, degrees);
        default:
          return '';
      }
    },

    /** The region below a rectangle of the screen, whichever way the picture is turned. */
    regionAt: (...rectangle) => below(image(), size, rectangle),

    /** The same on an image that was put beside the open one, with its name. */
    besideAt(...rectangle) {
      for (const { name, item } of joined) {
        if (!item) continue;
        const { x: width, y: height } = item.getContentSize();
        const region = below(item, { width, height }, rectangle);
        if (region) return { name, region };
      }
      return undefined;
    },

    /** The rectangle of the screen above a region: left, top, right and bottom. */
    frameOf([x, y, w, h]) {
      const corners = [[x, y], [x + w, y], [x + w, y + h], [x, y + h]].map(([left, top]) =>
        image().imageToViewerElementCoordinates(
          new OpenSeadragon.Point((left / 100) * size.width, (top / 100) * size.height),
        ),
      );
      const across = corners.map(point => point.x);
      const down = corners.map(point => point.y);
      return [Math.min(...across), Math.min(...down), Math.max(...across), Math.max(...down)];
    },

    pixels: region => pixels(region, size),

    /** Calls with the place on the image that is clicked or touched. */
    onPress(listener) {
      viewer.addHandler('canvas-click', ({ quick, position }) => {
        if (!quick || !image()) return;
        const { x, y } = image().viewerElementToImageCoordinates(position);
        listener([(x / size.width) * 100, (y / size.height) * 100]);
      });
    },

    /** Calls with the place of the pointer on the image. */
    onPoint(listener) {
      box.addEventListener('pointermove', event => {
        if (!image() || event.pointerType === 'touch') return;
        const bounds = box.getBoundingClientRect();
        const point = new OpenSeadragon.Point(event.clientX - bounds.left, event.clientY - bounds.top);
        const { x, y } = image().viewerElementToImageCoordinates(point);
        listener([(x / size.width) * 100, (y / size.height) * 100]);
      });
    },

    /** Calls with next or previous when a finger draws a whole page aside. */
    onSwipe(listener, { fromTheRight = false } = {}) {
      let start;
      let fingers = 0;
      const touch = task => event => event.pointerType === 'touch' && task(event);
      box.addEventListener('pointerdown', touch(event => {
        fingers = event.isPrimary ? 1 : 2;
        start = fingers === 1 && atHome() ? event : undefined;
      }));
      box.addEventListener('pointercancel', touch(() => (start = undefined)));
      box.addEventListener('pointerup', touch(event => {
        if (!start || fingers > 1) return;
        const x = event.clientX - start.clientX;
        const y = event.clientY - start.clientY;
        start = undefined;
        if (Math.abs(x) > SWIPE && Math.abs(x) > 2 * Math.abs(y)) listener(x < 0 !== fromTheRight ? 'next' : 'previous');
      }));
    },

    /** Calls when a part of the picture does not come, even when asked for again. */
    onTrouble(listener) {
      viewer.addHandler('tile-load-failed', event => {
        if (event.maxReached) listener();
      });
    },
  };
}
