package cn.lantai.media.imageapi;

import cn.lantai.media.PixelSize;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The size parameter as asked for.
 *
 * <p>Without {@code ^} version 3 never enlarges, and a size that would is refused. That holds for
 * {@code !w,h} too where the box is larger than the region in both directions: the specification
 * (4.2) lets such a request be answered with the region at its own size, but the official validator
 * takes that for an enlargement. Version 2 has no {@code ^} and enlarges on request, but for {@code
 * !w,h} gives the region at its own size.
 */
record Size(Form form, boolean mayEnlarge) {

  private static final String INTEGER = "([0-9]+)";
  private static final Pattern WIDTH = Pattern.compile(INTEGER + ",");
  private static final Pattern HEIGHT = Pattern.compile("," + INTEGER);
  private static final Pattern BOTH = Pattern.compile("(!?)" + INTEGER + "," + INTEGER);
  private static final Pattern PERCENT = Pattern.compile("pct:(" + Numbers.DECIMAL_SYNTAX + ")");

  /** What is asked for, leaving aside whether it may be an enlargement. */
  sealed interface Form {}

  /** As large as possible; unlike {@code Unscaled} cut down to the limits. */
  record Max() implements Form {}

  /** The {@code full} of version 2. */
  record Unscaled() implements Form {}

  record Width(int width) implements Form {}

  record Height(int height) implements Form {}

  record Percent(BigDecimal percent) implements Form {}

  record Exact(int width, int height) implements Form {}

  /**
   * @param smaller whether a region smaller than the box is given at its own size
   */
  record Within(int width, int height, boolean smaller) implements Form {}

  static Size parse(ApiVersion version, String text) throws ImageRequestException {
    boolean caret = version == ApiVersion.V3 && text.startsWith("^");
    Form form = parseForm(version, caret ? text.substring(1) : text);
    boolean byOldRule =
        version == ApiVersion.V2 && !(form instanceof Within) && !(form instanceof Max);
    return new Size(form, caret || byOldRule);
  }

  private static Form parseForm(ApiVersion version, String text) throws ImageRequestException {
    if (text.equals("max")) {
      return new Max();
    }
    if (text.equals("full")) {
      if (version == ApiVersion.V3) {
        throw ImageRequestException.bad("size", "Version 3 has no size full; ask for max.");
      }
      return new Unscaled();
    }
    Matcher width = WIDTH.matcher(text);
    if (width.matches()) {
      return new Width(positive(width.group(1)));
    }
    Matcher height = HEIGHT.matcher(text);
    if (height.matches()) {
      return new Height(positive(height.group(1)));
    }
    Matcher both = BOTH.matcher(text);
    if (both.matches()) {
      int w = positive(both.group(2));
      int h = positive(both.group(3));
      return both.group(1).isEmpty() ? new Exact(w, h) : new Within(w, h, version == ApiVersion.V2);
    }
    Matcher percent = PERCENT.matcher(text);
    if (percent.matches() && Numbers.decimal(percent.group(1)).signum() > 0) {
      return new Percent(Numbers.decimal(percent.group(1)));
    }
    throw ImageRequestException.bad(
        "size",
        version == ApiVersion.V3
            ? "The size must be max, w, or ,h or w,h or !w,h or pct:n, with ^ before it to enlarge."
            : "The size must be full, max, w, or ,h or w,h or !w,h or pct:n.");
  }

  private static int positive(String digits) throws ImageRequestException {
    int value = Numbers.integer(digits, "size");
    if (value == 0) {
      throw ImageRequestException.bad("size", "Width and height must be at least 1.");
    }
    return value;
  }

  /** The size of the picture for a region of this size, before it is turned. */
  PixelSize of(PixelSize region, SizeLimits limits) throws ImageRequestException {
    PixelSize size = scaled(region, limits);
    if (!mayEnlarge && !size.fitsIn(region.width(), region.height())) {
      throw tooLarge(region);
    }
    if (!limits.allow(size)) {
      throw ImageRequestException.bad(
          "size",
          String.format(
              Locale.ROOT,
              "At most %d×%d and %d pixels in all are given; ask for max.",
              limits.maxWidth(),
              limits.maxHeight(),
              limits.maxArea()));
    }
    return size;
  }

  private static ImageRequestException tooLarge(PixelSize region) {
    return ImageRequestException.bad(
        "size", "The region has only " + region + " pixels; put ^ before the size to enlarge it.");
  }

  private PixelSize scaled(PixelSize region, SizeLimits limits) throws ImageRequestException {
    if (form instanceof Width w) {
      return new PixelSize(w.width(), heightFor(region, w.width()));
    }
    if (form instanceof Height h) {
      return new PixelSize(widthFor(region, h.height()), h.height());
    }
    if (form instanceof Exact exact) {
      return new PixelSize(exact.width(), exact.height());
    }
    if (form instanceof Percent p) {
      return new PixelSize(
          Math.max(1, Numbers.percentOf(p.percent(), region.width())),
          Math.max(1, Numbers.percentOf(p.percent(), region.height())));
    }
    if (form instanceof Within box) {
      double scale =
          Math.min(box.width() / (double) region.width(), box.height() / (double) region.height());
      if (scale > 1 && !mayEnlarge && !box.smaller()) {
        throw tooLarge(region);
      }
      return atScale(region, scale, limits);
    }
    if (form instanceof Max) {
      return atScale(region, Double.MAX_VALUE, limits);
    }
    return region;
  }

  private PixelSize atScale(PixelSize region, double wanted, SizeLimits limits) {
    double scale = Math.min(wanted, limits.largestScale(region));
    if (!mayEnlarge) {
      scale = Math.min(scale, 1);
    }
    PixelSize size = rounded(region, scale, RoundingMode.NEAREST);
    // Rounding up may step over the limit of the area.
    return limits.allow(size) ? size : rounded(region, scale, RoundingMode.DOWN);
  }

  private enum RoundingMode {
    NEAREST,
    DOWN
  }

  private static PixelSize rounded(PixelSize region, double scale, RoundingMode mode) {
    double half = mode == RoundingMode.NEAREST ? 0.5 : 1e-9;
    return new PixelSize(
        Math.max(1, (int) Math.floor(region.width() * scale + half)),
        Math.max(1, (int) Math.floor(region.height() * scale + half)));
  }

  static int heightFor(PixelSize region, int width) throws ImageRequestException {
    return proportional(region.width(), region.height(), width);
  }

  private static int widthFor(PixelSize region, int height) throws ImageRequestException {
    return proportional(region.height(), region.width(), height);
  }

  /**
   * Scales {@code other} as {@code side} is scaled to {@code target}. Where the target is a side of
   * a level of the pyramid, so is the result: then an edge tile asked for by its width alone is the
   * tile that is kept ready.
   */
  private static int proportional(int side, int other, int target) throws ImageRequestException {
    for (int level = 0; side >> level > 0; level++) {
      PixelSize halved = new PixelSize(side, other).halved(level);
      if (halved.width() == target) {
        return halved.height();
      }
      if (halved.width() < target) {
        break;
      }
    }
    long result = Math.round((double) other * target / side);
    if (result > Integer.MAX_VALUE) {
      throw ImageRequestException.bad("size", "The size is too large.");
    }
    return (int) Math.max(1, result);
  }
}
