package cn.lantai.server.site.view;

import cn.lantai.search.Facet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All ways in which the holdings are divided (多维归类): the concept schemes, and what the index counts
 * beside them.
 */
public record ThemesView(List<SchemeCard> schemes, List<Dimension> dimensions) implements PageView {
  public ThemesView {
    schemes = List.copyOf(schemes);
    dimensions = List.copyOf(dimensions);
  }

  @Override
  public String template() {
    return "themes";
  }

  /**
   * A concept scheme.
   *
   * @param count of its themes
   * @param first the themes at its top, as far as a card has room; empty if no theme has records
   */
  public record SchemeCard(
      Link link,
      Optional<Standing> standing,
      Optional<Text> about,
      int count,
      List<ThemeItem> first) {
    public SchemeCard {
      Objects.requireNonNull(link);
      Objects.requireNonNull(standing);
      Objects.requireNonNull(about);
      first = List.copyOf(first);
    }
  }

  /** A facet of the search, with the values that most records have. */
  public record Dimension(Facet facet, List<ThemeItem> values) {
    public Dimension {
      values = List.copyOf(values);
    }
  }
}
