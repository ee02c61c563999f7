/**
 * A part of a canvas as IIIF Content State 1.0: an annotation's target, encoded as section 6 of the
 * specification wants it.
 */
export function contentState(manifest, canvas, [x, y, w, h]) {
  const state = {
    id: `${canvas}#xywh=${x},${y},${w},${h}`,
    type: 'Canvas',
    partOf: [{ id: manifest, type: 'Manifest' }],
  };
  return btoa(encodeURIComponent(JSON.stringify(state)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}
