const sides = {
  'left-to-right': ['left', 'right'],
  'right-to-left': ['right', 'left'],
  'top-to-bottom': ['top', 'bottom'],
  'bottom-to-top': ['bottom', 'top'],
};

/** At which sides of a page the one before and the one after it lie. */
export const sidesOf = direction => sides[direction] ?? sides['left-to-right'];
