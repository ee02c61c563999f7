package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A theme with its records and those of the themes below it.
 *
 * @param path from its scheme down to the theme above it
 * @param related each list of themes by what they are to it
 * @param events of this type, if it is a type of events
 * @param search the same records, to be narrowed further
 * @param orders in which the records can be sorted
 */
public record ThemeView(
    Text title,
    Optional<Standing> standing,
    List<Link> path,
    List<Field> fields,
    List<Group> related,
    List<ThemeItem> narrower,
    int below,
    List<Link> events,
    List<Claim> claims,
    Footing footing,
    List<Note> notes,
    List<RecordCard> records,
    String search,
    List<SearchView.Choice> orders,
    Pager pager,
    List<Card> appearances,
    EntityLinks links)
    implements PageView {
  public ThemeView {
    Objects.requireNonNull(title);
    Objects.requireNonNull(standing);
    path = List.copyOf(path);
    fields = List.copyOf(fields);
    related = List.copyOf(related);
    narrower = List.copyOf(narrower);
    events = List.copyOf(events);
    claims = List.copyOf(claims);
    Objects.requireNonNull(footing);
    notes = List.copyOf(notes);
    records = List.copyOf(records);
    Objects.requireNonNull(search);
    orders = List.copyOf(orders);
    Objects.requireNonNull(pager);
    appearances = List.copyOf(appearances);
    Objects.requireNonNull(links);
  }

  @Override
  public String template() {
    return "theme";
  }

  /** Themes that stand to this one in the same way. */
  public record Group(Bond bond, List<ThemeItem> themes) {
    public Group {
      Objects.requireNonNull(bond);
      themes = List.copyOf(themes);
    }
  }

  /** How one theme stands to another. */
  public enum Bond {
    BROADER,
    SAME,
    CLOSE,
    RELATED
  }
}
