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

/** As {@link parse}, if it lies within the image and is not empty. */
export function parseWithin(text) {
  const region = parse((text ?? '').trim() && text.replaceAll('，', ','));
  if (!region) return undefined;
  const [x, y, w, h] = region;
  return x >= 0 && y >= 0 && w > 0 && h > 0 && x + w <= 100.0001 && y + h <= 100.0001 ? region : undefined;
}

/** As {@link write}, so that what is rounded does not reach beyond the image. */
export function writeWithin([x, y, w, h]) {
  const side = (from, length) => {
    const begin = Math.round(from * 100);
    const end = Math.min(10000, Math.round((from + length) * 100));
    return [begin / 100, Math.max(1, end - begin) / 100];
  };
  const [left, width] = side(x, w);
  const [top, height] = side(y, h);
  return [left, top, width, height].join(',');
}
