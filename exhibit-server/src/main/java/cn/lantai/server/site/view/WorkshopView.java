package cn.lantai.server.site.view;

import cn.lantai.server.site.view.EntryView.EntryState;
import cn.lantai.showing.Showing;
import java.time.Instant;
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
   * @param next whether it opens or closes next
   * @param due when
   */
  public record Row(
      String href,
      Kind kind,
      Text title,
      EntryState state,
      int sections,
      int records,
      Optional<Showing.Act> next,
      Optional<Instant> due) {}

  public WorkshopView {
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "workshop";
  }
}
