/** Brightness and contrast of the picture, for faded ink and dark paper. */
export function adjustments(tool, canvas) {
  const ranges = [...tool.querySelectorAll('input')];
  const summary = tool.querySelector('summary');
  const apply = () => {
    const changed = ranges.filter(range => range.value !== range.defaultValue);
    const filter = changed.map(range => `${range.name}(${range.value}%)`).join(' ');
    canvas.querySelector('canvas').style.filter = filter;
    summary.classList.toggle('changed', changed.length > 0);
    for (const range of ranges) range.nextElementSibling.textContent = `${range.value}%`;
  };
  tool.addEventListener('input', apply);
  tool.querySelector('button').addEventListener('click', () => {
    for (const range of ranges) range.value = range.defaultValue;
    apply();
  });
}
