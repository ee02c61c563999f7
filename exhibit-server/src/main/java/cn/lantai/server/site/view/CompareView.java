package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Records side by side.
 *
 * @param panes what is compared, in the order asked for
 * @param query what the reader looks for to add it
 * @param offered what can be added: what was found or, without a query, what lies beside the first
 * @param missing what the address names and is not there
 * @param full there is no room for another one
 */
public record CompareView(
    List<Pane> panes, String query, List<Offer> offered, List<String> missing, boolean full)
    implements PageView {
  public CompareView {
    panes = List.copyOf(panes);
    Objects.requireNonNull(query);
    offered = List.copyOf(offered);
    missing = List.copyOf(missing);
  }

  @Override
  public String template() {
    return "compare";
  }

  /** The pages that are compared, as the address names them: {@code r001}, {@code r005:2}. */
  public List<String> names() {
    return panes.stream().map(Pane::name).toList();
  }

  /**
   * One of the records, open at a page.
   *
   * @param record its address opens the page shown
   * @param image empty where the record has none
   * @param manifest address of the IIIF manifest, where it has a canvas to show
   * @param canvas of the page within it, where it can be read
   * @param without this comparison without it
   */
  public record Pane(
      String name,
      RecordCard record,
      Optional<Text> label,
      Optional<Image> image,
      Optional<String> manifest,
      Optional<String> canvas,
      String without) {
    public Pane {
      Objects.requireNonNull(name);
      Objects.requireNonNull(record);
      Objects.requireNonNull(label);
      Objects.requireNonNull(image);
      Objects.requireNonNull(manifest);
      Objects.requireNonNull(canvas);
      Objects.requireNonNull(without);
    }
  }

  /**
   * A record that can be added.
   *
   * @param with this comparison with it
   */
  public record Offer(RecordCard record, String with) {
    public Offer {
      Objects.requireNonNull(record);
      Objects.requireNonNull(with);
    }
  }
}
