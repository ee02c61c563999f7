package cn.lantai.place;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A point in WGS-84, in decimal degrees as the source wrote them. */
public record Coordinates(BigDecimal latitude, BigDecimal longitude) {

  private static final Pattern POINT =
      Pattern.compile("POINT\\s*\\(\\s*(-?[0-9.]+)\\s+(-?[0-9.]+)\\s*\\)");
  private static final BigDecimal POLE = BigDecimal.valueOf(90);
  private static final BigDecimal ANTIMERIDIAN = BigDecimal.valueOf(180);

  private static final double EARTH_KM = 6371;

  /** A centimetre; what claims more was calculated, not measured. */
  private static final int MOST_DECIMALS = 7;

  /** Systems in which Chinese maps shift their points by some hundred metres. */
  private static final Pattern SHIFTED =
      Pattern.compile(
          "GCJ-?02|BD-?09|火星坐标|百度(?:地图|坐标)|高德(?:地图|坐标)|腾讯(?:地图|坐标)", Pattern.CASE_INSENSITIVE);

  /**
   * @throws IllegalArgumentException if the point is not on the globe, or has more than seven
   *     decimals
   */
  public Coordinates {
    if (latitude.abs().compareTo(POLE) > 0 || longitude.abs().compareTo(ANTIMERIDIAN) > 0) {
      throw new IllegalArgumentException("Not on the globe: " + latitude + ", " + longitude);
    }
    if (latitude.scale() > MOST_DECIMALS || longitude.scale() > MOST_DECIMALS) {
      throw new IllegalArgumentException(
          "More than seven decimals: " + latitude + ", " + longitude);
    }
  }

  /** Whether the numbers would be in or near China the other way round, and are not as they are. */
  public static boolean looksSwapped(BigDecimal latitude, BigDecimal longitude) {
    return isNearChina(longitude, latitude) && !isNearChina(latitude, longitude);
  }

  private static boolean isNearChina(BigDecimal latitude, BigDecimal longitude) {
    double north = latitude.doubleValue();
    double east = longitude.doubleValue();
    return north >= 3 && north <= 54 && east >= 73 && east <= 136;
  }

  /** Whether a remark says that the numbers come from a system that shifts points. */
  public static boolean isShifted(String basis) {
    return SHIFTED.matcher(basis).find();
  }

  /** Along a great circle of a sphere: exact to half a percent. */
  public double distanceKm(Coordinates other) {
    double north = Math.toRadians(latitude.doubleValue());
    double otherNorth = Math.toRadians(other.latitude.doubleValue());
    double east = Math.toRadians(other.longitude.subtract(longitude).doubleValue());
    double half = Math.sin((otherNorth - north) / 2);
    double across = Math.sin(east / 2);
    double chord = half * half + Math.cos(north) * Math.cos(otherNorth) * across * across;
    return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
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
