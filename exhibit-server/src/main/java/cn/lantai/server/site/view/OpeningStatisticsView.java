package cn.lantai.server.site.view;

import java.util.List;
import java.util.Optional;

/**
 * How opening reviews go.
 *
 * @param rows by fonds and the year in which records came due
 * @param models what is known of the model of each archive
 */
public record OpeningStatisticsView(Row total, List<Row> rows, List<Model> models)
    implements PageView {

  /**
   * @param year empty if nobody knows when they were made
   * @param due those that wait and those that were decided
   * @param share of those decided, how many were opened, in whole percent; empty if none was
   */
  public record Row(
      Optional<Text> fonds,
      String year,
      long due,
      long reviewed,
      long proposedOpen,
      long decidedOpen,
      String share) {}

  /**
   * @param archive its key
   * @param trained whether a model was trained
   * @param enough whether there were enough decisions
   * @param counts how many decisions there were: open, control, delayed
   * @param accuracy in whole percent, of decisions held out of the training
   * @param baseline what always saying the commonest outcome would reach
   * @param running whether it is being trained
   * @param mayTrain whether the reader may have it trained
   */
  public record Model(
      String archive,
      Text name,
      boolean trained,
      boolean enough,
      List<Integer> counts,
      int accuracy,
      int baseline,
      boolean running,
      boolean mayTrain) {
    public Model {
      counts = List.copyOf(counts);
    }
  }

  public OpeningStatisticsView {
    rows = List.copyOf(rows);
    models = List.copyOf(models);
  }

  @Override
  public String template() {
    return "opening-statistics";
  }
}
