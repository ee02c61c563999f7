/** Where words may lead, as it is written into the text: to the web, or to a page of this site by its path. */
export function address(written) {
  const text = written.trim();
  if (/^\/(?![/\\])\S*$/.test(text)) return text;
  try {
    const url = new URL(text);
    if (!['http:', 'https:'].includes(url.protocol) || url.username) return undefined;
    return url.origin === location.origin ? url.href.slice(url.origin.length) : url.href;
  } catch {
    return undefined;
  }
}
