package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An image that a IIIF service gives.
 *
 * @param service the service's address without a slash at the end, {@code /iiif/3/{image}}
 * @param width in pixels
 * @param alt what a reader who cannot see the image needs; empty only for pure decoration
 * @param drawn a facsimile drawn for this site, which every page must say
 * @param readable false where there is no picture to show: a placeholder is shown
 * @param locked the picture that those who have signed in may see, where others get none
 * @param part which part of the full image it is, as the service writes it
 */
public record Image(
    String service,
    int width,
    int height,
    Text alt,
    boolean drawn,
    boolean readable,
    Optional<String> locked,
    String part) {

  private static final String FULL = "full";

  /**
   * The longest sides asked for. The image service has the first three ready from the ingest on, so
   * they cost no computation.
   */
  public static final List<Integer> BOXES = List.of(400, 800, 1200, 2000);

  public Image {
    Objects.requireNonNull(service);
    Objects.requireNonNull(alt);
    if (width <= 0 || height <= 0) {
      throw new IllegalArgumentException("An image has a size: " + service);
    }
  }

  public static Image of(String service, int width, int height, Text alt, boolean drawn) {
    return new Image(service, width, height, alt, drawn, true, Optional.empty(), FULL);
  }

  public static Image unreadable(Text alt) {
    return new Image("", 3, 4, alt, false, false, Optional.empty(), FULL);
  }

  /** One that is only for those who have signed in. */
  public static Image behindSignIn(String service, Text alt) {
    return new Image(
        "", 3, 4, alt, false, false, Optional.of(service + "/full/max/0/default.jpg"), FULL);
  }

  /** The smallest picture offered that is at least {@code wanted} pixels wide. */
  public String src(int wanted) {
    return BOXES.stream()
        .filter(box -> box < longest() && widthIn(box) >= wanted)
        .findFirst()
        .map(this::address)
        .orElseGet(this::largest);
  }

  public String srcset() {
    String scaled =
        BOXES.stream()
            .filter(box -> box < longest())
            .map(box -> address(box) + " " + widthIn(box) + "w")
            .collect(Collectors.joining(", "));
    return scaled.isEmpty() ? full() + " " + width + "w" : scaled;
  }

  public String full() {
    return service + "/" + part + "/max/0/default.jpg";
  }

  private String largest() {
    return BOXES.stream()
        .filter(box -> box < longest())
        .reduce((smaller, larger) -> larger)
        .map(this::address)
        .orElseGet(this::full);
  }

  private String address(int box) {
    return service + "/" + part + "/!" + box + "," + box + "/0/default.jpg";
  }

  private int longest() {
    return Math.max(width, height);
  }

  private int widthIn(int box) {
    return Math.max(1, Math.round((float) width * box / longest()));
  }

  /**
   * A part of it in its place, in all sizes. Where there is no picture, nothing changes; the part
   * of a part is not asked for.
   */
  public Image of(Region region) {
    if (!readable) {
      return this;
    }
    if (!part.equals(FULL)) {
      throw new IllegalStateException("A part of a part: " + part);
    }
    return new Image(
        service,
        Math.max(1, (int) Math.round(width * region.width() / 100)),
        Math.max(1, (int) Math.round(height * region.height() / 100)),
        alt,
        drawn,
        true,
        locked,
        "pct:" + region);
  }

  public Crop crop(Region region) {
    int cropWidth = Math.max(1, (int) Math.round(width * region.width() / 100));
    int cropHeight = Math.max(1, (int) Math.round(height * region.height() / 100));
    int shown = Math.min(cropWidth, 960);
    String size = shown == cropWidth ? "max" : shown + ",";
    return new Crop(
        service + "/pct:" + region + "/" + size + "/0/default.jpg",
        shown,
        Math.max(1, Math.round((float) shown * cropHeight / cropWidth)));
  }

  public Shape shape() {
    double ratio = (double) width / height;
    return ratio > 1.15 ? Shape.LANDSCAPE : ratio < 0.87 ? Shape.PORTRAIT : Shape.SQUARE;
  }

  /** How an image stands: decides its height on a gallery wall and its place in a card. */
  public enum Shape {
    PORTRAIT,
    SQUARE,
    LANDSCAPE
  }

  /** A part of an image as a picture of its own. */
  public record Crop(String src, int width, int height) {}
}
