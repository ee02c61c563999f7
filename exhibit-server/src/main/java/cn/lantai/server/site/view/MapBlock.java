package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Numbered stops on a sketch map.
 *
 * @param route joins the stops in their order; false for places that are merely listed
 */
public record MapBlock(Optional<Text> heading, List<Stop> stops, boolean route, List<Link> sources)
    implements Block {
  public MapBlock {
    Objects.requireNonNull(heading);
    stops = List.copyOf(stops);
    sources = List.copyOf(sources);
  }

  @Override
  public String template() {
    return "map";
  }

  public MapSketch sketch() {
    return MapSketch.of(
        stops.stream()
            .map(
                stop -> new MapSketch.Spot(stop.place().label(), stop.longitude(), stop.latitude()))
            .toList(),
        route);
  }

  /** One stop; WGS 84 degrees. */
  public record Stop(
      Link place,
      double longitude,
      double latitude,
      Optional<Text> date,
      Optional<Text> heading,
      List<Passage> text) {
    public Stop {
      Objects.requireNonNull(place);
      Objects.requireNonNull(date);
      Objects.requireNonNull(heading);
      text = List.copyOf(text);
      if (Math.abs(longitude) > 180 || Math.abs(latitude) > 85) {
        throw new IllegalArgumentException("No such place: %s, %s".formatted(longitude, latitude));
      }
    }
  }
}
