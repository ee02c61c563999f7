/**
 * Full screen; where a browser does not give that to anything but films, as on phones with iOS, the
 * stage fills the window.
 */
export function fullScreen(figure, button) {
  const native = Boolean(figure.requestFullscreen);
  const filled = () => (native ? document.fullscreenElement === figure : figure.classList.contains('filled'));
  const mark = () => button.setAttribute('aria-pressed', filled());

  function fill(on) {
    figure.classList.toggle('filled', on);
    document.documentElement.classList.toggle('held', on);
    mark();
  }

  document.addEventListener('fullscreenchange', mark);
  if (!native) {
    figure.addEventListener('keydown', event => {
      if (event.key === 'Escape' && filled()) fill(false);
    });
  }
  return () => {
    if (!native) fill(!filled());
    else if (filled()) document.exitFullscreen();
    else figure.requestFullscreen();
  };
}
