package cn.lantai.server.site.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A sketch map drawn from longitude and latitude alone: points, a line through them, degrees and a
 * scale. It claims no coast, river or border, and the page says so.
 *
 * <p>The projection is equirectangular at the middle latitude, true enough for a province or two.
 */
public record MapSketch(
    int width,
    int height,
    List<Point> points,
    List<String> legs,
    List<GridLine> meridians,
    List<GridLine> parallels,
    Scale scale) {

  private static final int WIDTH = 960;
  private static final int MARGIN_X = 130;
  private static final int MARGIN_Y = 96;
  private static final double KM_PER_DEGREE = 111.32;
  private static final double BADGE = 38;

  public MapSketch {
    points = List.copyOf(points);
    legs = List.copyOf(legs);
    meridians = List.copyOf(meridians);
    parallels = List.copyOf(parallels);
    Objects.requireNonNull(scale);
  }

  /** A place to draw; WGS 84 degrees. */
  public record Spot(Text label, double longitude, double latitude) {
    public Spot {
      Objects.requireNonNull(label);
    }
  }

  /**
   * A drawn place.
   *
   * @param numbers which stops are here, from 1; a place visited twice has two
   * @param badgeX where its number stands, moved aside where places lie close together
   * @param anchor SVG's {@code text-anchor}
   */
  public record Point(
      Text label,
      List<Integer> numbers,
      double x,
      double y,
      double badgeX,
      double badgeY,
      double labelX,
      double labelY,
      String anchor) {
    public Point {
      numbers = List.copyOf(numbers);
    }

    public boolean isMoved() {
      return Math.hypot(badgeX - x, badgeY - y) > 6;
    }
  }

  /** A degree line and how it is written. */
  public record GridLine(double at, String label) {}

  /** A bar of so many pixels that stands for so many kilometres. */
  public record Scale(double pixels, String kilometres) {}

  public static MapSketch of(List<Spot> spots, boolean route) {
    if (spots.isEmpty()) {
      return new MapSketch(
          WIDTH, 320, List.of(), List.of(), List.of(), List.of(), new Scale(0, "0"));
    }
    double west = spots.stream().mapToDouble(Spot::longitude).min().orElseThrow();
    double east = spots.stream().mapToDouble(Spot::longitude).max().orElseThrow();
    double south = spots.stream().mapToDouble(Spot::latitude).min().orElseThrow();
    double north = spots.stream().mapToDouble(Spot::latitude).max().orElseThrow();
    double cos = Math.cos(Math.toRadians((south + north) / 2));
    // A lone place would otherwise fill the sheet at an absurd scale.
    double least = spots.size() == 1 ? 0.9 : 0.12;
    double spanX = Math.max((east - west) * cos, least);
    double spanY = Math.max(north - south, least * 0.5);
    int inner = WIDTH - 2 * MARGIN_X;
    double perDegree = Math.min(inner / spanX, (780.0 - 2 * MARGIN_Y) / spanY);
    int height = (int) Math.max(600, Math.min(780, spanY * perDegree + 2 * MARGIN_Y));
    double middleX = (west + east) / 2 * cos;
    double middleY = (south + north) / 2;
    Projection projection = new Projection(perDegree, cos, middleX, middleY, height);

    List<Place> places = gather(spots, projection);
    spread(places, height);
    List<Point> points = label(places, height);
    return new MapSketch(
        WIDTH,
        height,
        points,
        route ? legs(spots, projection) : List.of(),
        grid(perDegree, projection, true),
        grid(perDegree, projection, false),
        scale(perDegree));
  }

  private record Projection(
      double perDegree, double cos, double middleX, double middleY, int height) {
    double x(double longitude) {
      return WIDTH / 2.0 + (longitude * cos - middleX) * perDegree;
    }

    double y(double latitude) {
      return height / 2.0 - (latitude - middleY) * perDegree;
    }
  }

  private static final class Place {
    final Text label;
    final double x;
    final double y;
    final List<Integer> numbers = new ArrayList<>();
    double badgeX;
    double badgeY;

    Place(Text label, double x, double y) {
      this.label = label;
      this.x = x;
      this.y = y;
      this.badgeX = x;
      this.badgeY = y;
    }

    double reach() {
      return BADGE / 2 * numbers.size();
    }
  }

  private static List<Place> gather(List<Spot> spots, Projection projection) {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < spots.size(); i++) {
      Spot spot = spots.get(i);
      double x = projection.x(spot.longitude());
      double y = projection.y(spot.latitude());
      Place place =
          places.stream()
              .filter(p -> p.label.equals(spot.label()) && Math.hypot(p.x - x, p.y - y) < 3)
              .findFirst()
              .orElse(null);
      if (place == null) {
        place = new Place(spot.label(), x, y);
        places.add(place);
      }
      place.numbers.add(i + 1);
    }
    return places;
  }

  /** Pushes badges apart that would cover one another. Deterministic, so pages stay cacheable. */
  private static void spread(List<Place> places, int height) {
    for (int round = 0; round < 200; round++) {
      boolean moved = false;
      for (int i = 0; i < places.size(); i++) {
        for (int j = i + 1; j < places.size(); j++) {
          Place a = places.get(i);
          Place b = places.get(j);
          double dx = b.badgeX - a.badgeX;
          double dy = b.badgeY - a.badgeY;
          double overlapX = a.reach() + b.reach() + 4 - Math.abs(dx);
          double overlapY = BADGE + 18 - Math.abs(dy);
          if (overlapX <= 0 || overlapY <= 0) {
            continue;
          }
          moved = true;
          double sign = dy == 0 ? (a.y <= b.y ? 1 : -1) : Math.signum(dy);
          double push = Math.min(overlapY, 8) / 2 + 0.5;
          a.badgeY -= sign * push;
          b.badgeY += sign * push;
          a.badgeX -= dx >= 0 ? 0.8 : -0.8;
          b.badgeX += dx >= 0 ? 0.8 : -0.8;
        }
      }
      for (Place place : places) {
        place.badgeX = Math.max(30, Math.min(WIDTH - 30, place.badgeX));
        place.badgeY = Math.max(44, Math.min(height - 64, place.badgeY));
      }
      if (!moved) {
        return;
      }
    }
  }

  private record Box(double left, double top, double right, double bottom) {
    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  private static List<Point> label(List<Place> places, int height) {
    List<Box> taken = new ArrayList<>();
    for (Place p : places) {
      taken.add(
          new Box(
              p.badgeX - p.reach(),
              p.badgeY - BADGE / 2,
              p.badgeX + p.reach(),
              p.badgeY + BADGE / 2));
    }
    List<Point> points = new ArrayList<>();
    for (Place p : places) {
      double text = textWidth(p.label);
      double side = p.reach() + 6;
      double[][] choices = {
        {side, 8, 0}, {-side, 8, 1}, {0, -BADGE / 2 - 8, 2}, {0, BADGE / 2 + 24, 2}
      };
      double[] best = choices[p.badgeX > WIDTH * 0.72 ? 1 : 0];
      for (double[] choice : choices) {
        Box box = box(p.badgeX + choice[0], p.badgeY + choice[1], text, (int) choice[2]);
        boolean inside =
            box.left > 6 && box.right < WIDTH - 6 && box.top > 6 && box.bottom < height - 6;
        if (inside && taken.stream().noneMatch(box::meets)) {
          best = choice;
          break;
        }
      }
      taken.add(box(p.badgeX + best[0], p.badgeY + best[1], text, (int) best[2]));
      points.add(
          new Point(
              p.label,
              p.numbers,
              round(p.x),
              round(p.y),
              round(p.badgeX),
              round(p.badgeY),
              round(p.badgeX + best[0]),
              round(p.badgeY + best[1]),
              List.of("start", "end", "middle").get((int) best[2])));
    }
    return points;
  }

  private static Box box(double x, double y, double text, int anchor) {
    double left = anchor == 0 ? x : anchor == 1 ? x - text : x - text / 2;
    return new Box(left, y - 20, left + text, y + 6);
  }

  private static double textWidth(Text label) {
    return label.value().codePoints().mapToDouble(c -> c > 0x2e80 ? 24 : 13).sum();
  }

  /** Each leg bends a little to its left, so that going and coming back are two lines. */
  private static List<String> legs(List<Spot> spots, Projection projection) {
    List<String> legs = new ArrayList<>();
    for (int i = 1; i < spots.size(); i++) {
      double x1 = projection.x(spots.get(i - 1).longitude());
      double y1 = projection.y(spots.get(i - 1).latitude());
      double x2 = projection.x(spots.get(i).longitude());
      double y2 = projection.y(spots.get(i).latitude());
      double length = Math.hypot(x2 - x1, y2 - y1);
      if (length < 3) {
        continue;
      }
      double bend = Math.min(46, length * 0.16);
      double cx = (x1 + x2) / 2 + (y2 - y1) / length * bend;
      double cy = (y1 + y2) / 2 - (x2 - x1) / length * bend;
      legs.add(
          String.format(Locale.ROOT, "M%.1f %.1fQ%.1f %.1f %.1f %.1f", x1, y1, cx, cy, x2, y2));
    }
    return legs;
  }

  private static List<GridLine> grid(double perDegree, Projection projection, boolean meridian) {
    double pixels = meridian ? perDegree * projection.cos() : perDegree;
    double step = 10;
    for (double candidate : new double[] {0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10}) {
      if (candidate * pixels >= 170) {
        step = candidate;
        break;
      }
    }
    double size = meridian ? WIDTH : projection.height();
    double centre = meridian ? projection.middleX() / projection.cos() : projection.middleY();
    double half = size / 2 / pixels;
    List<GridLine> lines = new ArrayList<>();
    for (double d = Math.ceil((centre - half) / step) * step; d <= centre + half; d += step) {
      double at = meridian ? projection.x(d) : projection.y(d);
      if (at > 30 && at < size - 30) {
        lines.add(new GridLine(round(at), degrees(d, step, meridian)));
      }
    }
    return lines;
  }

  private static String degrees(double value, double step, boolean meridian) {
    String number =
        step >= 1
            ? String.valueOf(Math.round(Math.abs(value)))
            : String.format(
                Locale.ROOT, step < 0.1 || step == 0.25 ? "%.2f" : "%.1f", Math.abs(value));
    return number + "°" + (meridian ? value < 0 ? "W" : "E" : value < 0 ? "S" : "N");
  }

  private static Scale scale(double perDegree) {
    double pixelsPerKm = perDegree / KM_PER_DEGREE;
    double km = 1000;
    for (double candidate : new double[] {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000}) {
      if (candidate * pixelsPerKm >= 90) {
        km = candidate;
        break;
      }
    }
    return new Scale(round(km * pixelsPerKm), String.valueOf(Math.round(km)));
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
