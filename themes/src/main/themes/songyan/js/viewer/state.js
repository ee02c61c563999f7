/**
 * A part of a canvas as IIIF Content State 1.0: an annotation's target, encoded as section 6 of the
 * specification wants it. The part is a media fragment: a rectangle, or a time.
 */
export function contentState(manifest, canvas, part) {
  const state = {
    id: `${canvas}#${part}`,
    type: 'Canvas',
    partOf: [{ id: manifest, type: 'Manifest' }],
  };
  return btoa(encodeURIComponent(JSON.stringify(state)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}
