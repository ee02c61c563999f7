/** The colours and letters of the page's theme, as Material UI wants them. */
export function look(element) {
  const style = getComputedStyle(element);
  // Custom properties may be mixed colours; what the browser makes of them is a plain one.
  const colour = name => {
    const probe = element.appendChild(document.createElement('i'));
    probe.style.color = `var(${name})`;
    const value = getComputedStyle(probe).color;
    probe.remove();
    return value;
  };
  const paper = colour('--c-paper');
  const light = paper.match(/\d+(\.\d+)?/g).slice(0, 3).map(Number);
  const mode = light[0] * 0.3 + light[1] * 0.59 + light[2] * 0.11 < 128 ? 'dark' : 'light';
  return {
    selectedTheme: mode,
    themes: {
      [mode]: {
        palette: {
          mode,
          primary: { main: colour('--c-accent') },
          secondary: { main: colour('--c-link') },
          text: { primary: colour('--c-ink'), secondary: colour('--c-ink-2') },
          background: { default: colour('--c-wall'), paper },
          shades: { dark: colour('--c-wall'), main: paper, light: colour('--c-leaf') },
        },
        typography: { fontFamily: style.fontFamily },
        shape: { borderRadius: 2 },
      },
    },
  };
}
