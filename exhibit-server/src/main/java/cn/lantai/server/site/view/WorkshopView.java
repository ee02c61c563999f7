package cn.lantai.server.site.view;

import cn.lantai.server.site.view.EntryView.EntryState;
import java.util.List;
import java.util.Optional;

/**
 * All that is curated, for who makes it.
 *
 * @param fault why nothing new was made
 * @param wanted what was typed for it
 */
public record WorkshopView(
    Optional<String> type, String query, List<Row> rows, Optional<Text> fault, String wanted)
    implements PageView {

  /**
   * @param records how many different records it shows
   */
  public record Row(
      String href, Kind kind, Text title, EntryState state, int sections, int records) {}

  public WorkshopView {
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "workshop";
  }
}
