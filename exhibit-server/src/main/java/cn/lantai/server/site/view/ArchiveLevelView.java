package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A holder, fonds, series or file with what lies directly in it.
 *
 * @param code empty for a holder
 * @param path from the holder down to the level above
 * @param children the levels below that this page of the list shows
 * @param records of this page of the list; they come after all levels below
 * @param pager of both
 */
public record ArchiveLevelView(
    Level level,
    Text title,
    Optional<String> code,
    Nature nature,
    List<Link> path,
    List<Text> summary,
    List<FieldGroup> fields,
    List<LevelRow> children,
    long childCount,
    List<RecordCard> records,
    long recordCount,
    Pager pager,
    Footing footing,
    List<Note> notes,
    EntityLinks links)
    implements PageView {
  public ArchiveLevelView {
    Objects.requireNonNull(level);
    Objects.requireNonNull(title);
    Objects.requireNonNull(code);
    Objects.requireNonNull(nature);
    path = List.copyOf(path);
    summary = List.copyOf(summary);
    fields = List.copyOf(fields);
    children = List.copyOf(children);
    records = List.copyOf(records);
    Objects.requireNonNull(pager);
    Objects.requireNonNull(footing);
    notes = List.copyOf(notes);
    Objects.requireNonNull(links);
  }

  @Override
  public String template() {
    return "level";
  }

  /** The levels of arrangement, downwards. */
  public enum Level {
    HOLDER,
    FONDS,
    SERIES,
    FILE
  }
}
