package cn.lantai.place;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A point in WGS-84, in decimal degrees as the source wrote them. */
public record Coordinates(BigDecimal latitude, BigDecimal longitude) {

  private static final Pattern POINT =
      Pattern.compile("POINT\\s*\\(\\s*(-?[0-9.]+)\\s+(-?[0-9.]+)\\s*\\)");

  /**
   * @throws IllegalArgumentException if the point is not on the globe
   */
  public Coordinates {
    if (latitude.abs().intValue() > 90 || longitude.abs().intValue() > 180) {
      throw new IllegalArgumentException("Not on the globe: " + latitude + ", " + longitude);
    }
  }

  /** As WKT: longitude first, in the default reference system of GeoSPARQL (OGC CRS84). */
  public String wkt() {
    return "POINT(" + longitude.toPlainString() + " " + latitude.toPlainString() + ")";
  }

  public static Optional<Coordinates> ofWkt(String wkt) {
    Matcher matcher = POINT.matcher(wkt);
    return matcher.matches()
        ? Optional.of(
            new Coordinates(new BigDecimal(matcher.group(2)), new BigDecimal(matcher.group(1))))
        : Optional.empty();
  }
}
