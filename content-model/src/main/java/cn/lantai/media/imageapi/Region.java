package cn.lantai.media.imageapi;

import cn.lantai.media.PixelSize;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The region parameter as asked for. */
sealed interface Region {

  /** Whole pixels inside an image. */
  record Area(int x, int y, int width, int height) {
    PixelSize size() {
      return new PixelSize(width, height);
    }
  }

  /** Cuts what lies outside the image off; a region wholly outside is an error. */
  Area in(PixelSize image) throws ImageRequestException;

  static Region parse(String text) throws ImageRequestException {
    if (text.equals("full")) {
      return new Full();
    }
    if (text.equals("square")) {
      return new Square();
    }
    Matcher pixels = Pixels.SYNTAX.matcher(text);
    if (pixels.matches()) {
      return new Pixels(
          Numbers.integer(pixels.group(1), "region"),
          Numbers.integer(pixels.group(2), "region"),
          Numbers.integer(pixels.group(3), "region"),
          Numbers.integer(pixels.group(4), "region"));
    }
    Matcher percent = Percent.SYNTAX.matcher(text);
    if (percent.matches()) {
      return new Percent(
          Numbers.decimal(percent.group(1)),
          Numbers.decimal(percent.group(2)),
          Numbers.decimal(percent.group(3)),
          Numbers.decimal(percent.group(4)));
    }
    throw ImageRequestException.bad(
        "region", "The region must be full, square, x,y,w,h or pct:x,y,w,h.");
  }

  /** The whole image. */
  record Full() implements Region {
    @Override
    public Area in(PixelSize image) {
      return new Area(0, 0, image.width(), image.height());
    }
  }

  /** The largest square in the middle. */
  record Square() implements Region {
    @Override
    public Area in(PixelSize image) {
      int side = Math.min(image.width(), image.height());
      return new Area((image.width() - side) / 2, (image.height() - side) / 2, side, side);
    }
  }

  /** In pixels of the full image. */
  record Pixels(int x, int y, int width, int height) implements Region {
    static final Pattern SYNTAX = Pattern.compile("([0-9]+),([0-9]+),([0-9]+),([0-9]+)");

    @Override
    public Area in(PixelSize image) throws ImageRequestException {
      if (width == 0 || height == 0) {
        throw ImageRequestException.bad("region", "The region has no width or no height.");
      }
      if (x >= image.width() || y >= image.height()) {
        throw ImageRequestException.bad(
            "region", "The region lies outside the image, which has " + image + " pixels.");
      }
      return new Area(
          x, y, Math.min(width, image.width() - x), Math.min(height, image.height() - y));
    }
  }

  /** In hundredths of the full image. */
  record Percent(BigDecimal x, BigDecimal y, BigDecimal width, BigDecimal height)
      implements Region {
    static final Pattern SYNTAX =
        Pattern.compile(String.format("pct:(%1$s),(%1$s),(%1$s),(%1$s)", Numbers.DECIMAL_SYNTAX));

    @Override
    public Area in(PixelSize image) throws ImageRequestException {
      if (width.signum() == 0 || height.signum() == 0) {
        throw ImageRequestException.bad("region", "The region has no width or no height.");
      }
      return new Pixels(
              Numbers.percentOf(x, image.width()),
              Numbers.percentOf(y, image.height()),
              Math.max(1, Numbers.percentOf(width, image.width())),
              Math.max(1, Numbers.percentOf(height, image.height())))
          .in(image);
    }
  }
}
