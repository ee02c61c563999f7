// Deep zoom for the record page. The plain picture stays until the viewer has opened, and comes
// back if it cannot; the buttons are the page's own.
import OpenSeadragon from 'openseadragon';

// OpenSeadragon would insert a style element, which the content security policy refuses and the
// page has no need of: its focus ring is in the style sheet. It leaves it at that where it finds an
// element of that name, and one outside HTML's namespace is no style to the browser.
const found = document.createElementNS('https://w3id.org/lantai/ns#', 'style');
found.setAttribute('data-openseadragon-mobile-css', 'true');
document.head.append(found);

function open(stage) {
  const plain = stage.querySelector('.stage-img');
  const canvas = document.createElement('div');
  canvas.className = 'osd';
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', plain.querySelector('img').alt);
  plain.hidden = true;
  plain.after(canvas);

  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const viewer = OpenSeadragon({
    element: canvas,
    tileSources: stage.dataset.info,
    showNavigationControl: false,
    drawer: 'canvas',
    animationTime: still ? 0 : 0.8,
    visibilityRatio: 0.6,
    maxZoomPixelRatio: 2.5,
    viewportMargins: { top: 16, right: 16, bottom: 16, left: 16 },
    minZoomImageRatio: 0.8,
    crossOriginPolicy: false,
    gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
  });
  // The wheel scrolls the page; with Ctrl, or in full screen, it zooms.
  viewer.addHandler('canvas-scroll', event => {
    const wanted = event.originalEvent.ctrlKey || document.fullscreenElement === stage;
    event.preventDefaultAction = !wanted;
    event.preventDefault = wanted;
  });
  viewer.addHandler('open-failed', () => {
    viewer.destroy();
    canvas.remove();
    plain.hidden = false;
    stage.querySelector('.seg')?.remove();
  });

  const actions = {
    in: () => viewer.viewport.zoomBy(1.5).applyConstraints(),
    out: () => viewer.viewport.zoomBy(1 / 1.5).applyConstraints(),
    home: () => {
      viewer.viewport.setRotation(0);
      viewer.viewport.goHome();
    },
    turn: () => viewer.viewport.rotateBy(90),
    screen: () => (document.fullscreenElement ? document.exitFullscreen() : stage.requestFullscreen()),
  };
  stage.addEventListener('click', event => {
    const button = event.target.closest('[data-zoom]');
    if (button) actions[button.dataset.zoom]();
  });
  if (!stage.requestFullscreen) stage.querySelector('[data-zoom="screen"]')?.remove();
}

document.querySelectorAll('.stage[data-info]').forEach(open);
