package cn.lantai.server.site.view;

import cn.lantai.loan.WebAddress;
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
 * @param giver who gives it, and so what may be asked for
 */
public record Image(
    String service,
    int width,
    int height,
    Text alt,
    boolean drawn,
    boolean readable,
    Optional<String> locked,
    String part,
    Giver giver) {

  /** Who gives an image. */
  public enum Giver {
    /** This server, which has the usual sizes ready. */
    OWN,
    /** The service of another institution: sizes by width, parts by pixels (level 1). */
    SERVICE,
    /** Another institution, which has nothing but the picture at this address. */
    PICTURE
  }

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
    return new Image(service, width, height, alt, drawn, true, Optional.empty(), FULL, Giver.OWN);
  }

  public static Image unreadable(Text alt) {
    return new Image("", 3, 4, alt, false, false, Optional.empty(), FULL, Giver.OWN);
  }

  /** One that is only for those who have signed in. */
  public static Image behindSignIn(String service, Text alt) {
    return new Image(
        "",
        3,
        4,
        alt,
        false,
        false,
        Optional.of(service + "/full/max/0/default.jpg"),
        FULL,
        Giver.OWN);
  }

  /**
   * One that another institution gives.
   *
   * @param address of its service, or of the only picture that there is
   */
  public static Image borrowed(Giver giver, String address, int width, int height, Text alt) {
    return new Image(address, width, height, alt, false, true, Optional.empty(), FULL, giver);
  }

  /** The server that gives it, if that is another one. */
  public Optional<String> origin() {
    return giver == Giver.OWN || !readable
        ? Optional.empty()
        : Optional.of(WebAddress.origin(service));
  }

  /** The smallest picture offered that is at least {@code wanted} pixels wide. */
  public String src(int wanted) {
    if (giver == Giver.PICTURE) {
      return service;
    }
    return BOXES.stream()
        .filter(box -> box < longest() && widthIn(box) >= wanted)
        .findFirst()
        .map(this::address)
        .orElseGet(this::largest);
  }

  public String srcset() {
    if (giver == Giver.PICTURE) {
      return "";
    }
    String scaled =
        BOXES.stream()
            .filter(box -> box < longest())
            .map(box -> address(box) + " " + widthIn(box) + "w")
            .collect(Collectors.joining(", "));
    return scaled.isEmpty() ? full() + " " + width + "w" : scaled;
  }

  public String full() {
    if (giver == Giver.PICTURE) {
      return service;
    }
    if (giver == Giver.SERVICE) {
      return service + "/" + part + "/" + width + ",/0/default.jpg";
    }
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
    if (giver == Giver.SERVICE) {
      return service + "/" + part + "/" + widthIn(box) + ",/0/default.jpg";
    }
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
    if (!readable || giver == Giver.PICTURE) {
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
        giver == Giver.SERVICE ? pixels(region) : "pct:" + region,
        giver);
  }

  /** In pixels, as a service of level 1 wants it. */
  private String pixels(Region region) {
    int left = Math.min(width - 1, (int) Math.round(width * region.x() / 100));
    int top = Math.min(height - 1, (int) Math.round(height * region.y() / 100));
    return left
        + ","
        + top
        + ","
        + Math.max(1, Math.min(width - left, (int) Math.round(width * region.width() / 100)))
        + ","
        + Math.max(1, Math.min(height - top, (int) Math.round(height * region.height() / 100)));
  }

  /** Whether parts of it can be had as pictures of their own. */
  public boolean isCut() {
    return readable && giver != Giver.PICTURE;
  }

  public Crop crop(Region region) {
    int cropWidth = Math.max(1, (int) Math.round(width * region.width() / 100));
    int cropHeight = Math.max(1, (int) Math.round(height * region.height() / 100));
    int shown = Math.min(cropWidth, 960);
    boolean own = giver == Giver.OWN;
    String size = own && shown == cropWidth ? "max" : shown + ",";
    return new Crop(
        service + "/" + (own ? "pct:" + region : pixels(region)) + "/" + size + "/0/default.jpg",
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
