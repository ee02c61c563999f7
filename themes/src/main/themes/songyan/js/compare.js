// Mirador, for records side by side. Without it the page shows the pictures and links to the records.
import { viewer } from 'mirador/src';
import { look } from './compare/look.js';

// As for the record's page: OpenSeadragon finds an element of this name and inserts no style.
const found = document.createElementNS('https://w3id.org/lantai/ns#', 'style');
found.setAttribute('data-openseadragon-mobile-css', 'true');
document.head.append(found);

const NARROW = '(max-width: 52rem)';

/** One below the other on a narrow screen, side by side otherwise. */
function layout(ids, direction) {
  if (ids.length < 2) return ids[0];
  const half = Math.ceil(ids.length / 2);
  const across = direction === 'column' ? 'column' : 'row';
  return { direction: across, first: layout(ids.slice(0, half), across), second: layout(ids.slice(half), across) };
}

function start(box) {
  const panes = [...document.querySelectorAll('.cmp-pane[data-manifest]')];
  if (panes.length === 0) return;
  const windows = panes.map((pane, i) => ({
    id: `pane-${i + 1}`,
    manifestId: pane.dataset.manifest,
    canvasId: pane.dataset.canvas,
  }));
  const ids = windows.map(window => window.id);
  document.querySelector('.cmp-plain').hidden = true;
  box.hidden = false;
  viewer({
    id: box.id,
    language: document.documentElement.lang.startsWith('zh') ? 'zh-CN' : 'en',
    ...look(box),
    windows,
    window: { allowClose: false, allowFullscreen: true, sideBarOpen: false },
    workspace: {
      allowNewWindows: false,
      isWorkspaceAddVisible: false,
      layout: layout(ids, matchMedia(NARROW).matches ? 'column' : 'row'),
      showZoomControls: true,
      type: 'mosaic',
    },
    osdConfig: { drawer: 'canvas' },
    // What is compared is chosen above; manifests of other hosts could not be loaded here.
    workspaceControlPanel: { enabled: false },
  });
}

const box = document.getElementById('mirador');
if (box) start(box);
