package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A place, event, theme, organisation, family, scheme or source, with the records about it.
 *
 * @param spot where it is, for a small sketch map
 * @param narrower things below it, such as the themes of a scheme
 */
public record ThingView(
    Kind kind,
    Text title,
    List<Text> summary,
    List<Field> fields,
    Optional<MapSketch.Spot> spot,
    List<Claim> claims,
    List<Note> notes,
    List<Link> narrower,
    List<RecordCard> records,
    Pager pager,
    List<Card> appearances,
    EntityLinks links)
    implements PageView {
  public ThingView {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(title);
    summary = List.copyOf(summary);
    fields = List.copyOf(fields);
    Objects.requireNonNull(spot);
    claims = List.copyOf(claims);
    notes = List.copyOf(notes);
    narrower = List.copyOf(narrower);
    records = List.copyOf(records);
    Objects.requireNonNull(pager);
    appearances = List.copyOf(appearances);
    Objects.requireNonNull(links);
  }

  @Override
  public String template() {
    return "thing";
  }

  public Optional<MapSketch> sketch() {
    return spot.map(s -> MapSketch.of(List.of(s), false));
  }
}
