// A region is x, y, width and height in percent of the image.

export function parse(text) {
  const numbers = (text ?? '').split(',').map(Number);
  return numbers.length === 4 && numbers.every(Number.isFinite) ? numbers : undefined;
}

export function write(region) {
  return region.map(number => String(Math.round(number * 100) / 100)).join(',');
}

/** The same in whole pixels, nothing beyond the image. */
export function pixels([x, y, w, h], { width, height }) {
  const left = Math.round((x / 100) * width);
  const top = Math.round((y / 100) * height);
  return [
    left,
    top,
    Math.max(1, Math.min(width - left, Math.round((w / 100) * width))),
    Math.max(1, Math.min(height - top, Math.round((h / 100) * height))),
  ];
}
