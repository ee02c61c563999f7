package cn.lantai.server.site.view;

import cn.lantai.opening.Outcome;
import cn.lantai.opening.WordList;
import java.util.List;

/**
 * The lists of words of an archive.
 *
 * @param archives to choose from
 * @param archive the key of the one that is shown; empty if there is none
 * @param mayEdit whether the reader may change them
 */
public record OpeningListsView(
    List<OpeningsView.Choice> archives, String archive, boolean mayEdit, List<Row> lists)
    implements PageView {

  /**
   * @param id 0 for a new one
   * @param mark of what is shown; nothing else is changed by the form
   * @param words one a line
   */
  public record Row(
      long id,
      String mark,
      String name,
      WordList.Kind kind,
      Outcome towards,
      String words,
      int count) {}

  public OpeningListsView {
    archives = List.copyOf(archives);
    lists = List.copyOf(lists);
  }

  @Override
  public String template() {
    return "opening-lists";
  }
}
