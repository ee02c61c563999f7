package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A place, event, organisation, family or source, with the records about it.
 *
 * @param spot where it is, for a small sketch map
 * @param footing what the description as a whole stands on
 * @param narrower things below it, such as the fonds of an archive
 */
public record ThingView(
    Kind kind,
    Text title,
    List<Text> summary,
    List<Field> fields,
    Optional<MapSketch.Spot> spot,
    List<NameLine> names,
    List<RelationLine> relations,
    List<LifeEvent> chronology,
    List<Claim> claims,
    Footing footing,
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
    names = List.copyOf(names);
    relations = List.copyOf(relations);
    chronology = List.copyOf(chronology);
    claims = List.copyOf(claims);
    Objects.requireNonNull(footing);
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
