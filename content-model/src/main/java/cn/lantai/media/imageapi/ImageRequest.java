package cn.lantai.media.imageapi;

import cn.lantai.media.PixelSize;

/** A request for a picture, its syntax checked, but not yet laid on an image. */
public final class ImageRequest {

  /** Turning freely takes twice the memory. */
  private static final long MOST_TURNED = SizeLimits.DEFAULT.maxArea() / 2;

  private final ApiVersion version;
  private final Region region;
  private final Size size;
  private final Rotation rotation;
  private final Quality quality;
  private final OutputFormat format;

  private ImageRequest(
      ApiVersion version,
      Region region,
      Size size,
      Rotation rotation,
      Quality quality,
      OutputFormat format) {
    this.version = version;
    this.region = region;
    this.size = size;
    this.rotation = rotation;
    this.quality = quality;
    this.format = format;
  }

  /**
   * Takes the last four segments of an address, percent-decoded.
   *
   * @param qualityAndFormat such as {@code default.jpg}
   */
  public static ImageRequest parse(
      ApiVersion version, String region, String size, String rotation, String qualityAndFormat)
      throws ImageRequestException {
    int dot = qualityAndFormat.indexOf('.');
    if (dot < 0) {
      throw ImageRequestException.bad(
          "format", "The address must end in a quality and a format, such as default.jpg.");
    }
    return new ImageRequest(
        version,
        Region.parse(region),
        Size.parse(version, size),
        Rotation.parse(rotation),
        Quality.parse(qualityAndFormat.substring(0, dot)),
        OutputFormat.parse(qualityAndFormat.substring(dot + 1)));
  }

  /** What is to be made for an image of this size. */
  public Rendition on(PixelSize image, SizeLimits limits) throws ImageRequestException {
    Region.Area area = region.in(image);
    PixelSize target = size.of(area.size(), limits);
    rotation.requireRoom(target, MOST_TURNED);
    return new Rendition(
        area.x(),
        area.y(),
        area.size(),
        target,
        rotation.mirrored(),
        rotation.degrees(),
        quality,
        format,
        canonical(area, target, image, limits));
  }

  private String canonical(Region.Area area, PixelSize target, PixelSize image, SizeLimits limits)
      throws ImageRequestException {
    String canonicalRegion =
        area.size().equals(image)
            ? "full"
            : area.x() + "," + area.y() + "," + area.width() + "," + area.height();
    String canonicalSize =
        version == ApiVersion.V3
            ? canonicalSize3(area.size(), target, limits)
            : canonicalSize2(area.size(), target);
    return canonicalRegion
        + "/"
        + canonicalSize
        + "/"
        + rotation.canonical()
        + "/"
        + quality.canonicalName()
        + "."
        + format.suffix();
  }

  private static String canonicalSize3(PixelSize region, PixelSize target, SizeLimits limits)
      throws ImageRequestException {
    if (target.equals(new Size(new Size.Max(), false).of(region, limits))) {
      return "max";
    }
    if (target.equals(new Size(new Size.Max(), true).of(region, limits))) {
      return "^max";
    }
    boolean enlarged = !target.fitsIn(region.width(), region.height());
    return (enlarged ? "^" : "") + target.width() + "," + target.height();
  }

  private static String canonicalSize2(PixelSize region, PixelSize target)
      throws ImageRequestException {
    if (target.equals(region)) {
      return "full";
    }
    boolean inProportion = target.height() == Size.heightFor(region, target.width());
    return target.width() + "," + (inProportion ? "" : target.height());
  }
}
