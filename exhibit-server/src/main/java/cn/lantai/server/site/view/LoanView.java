package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;

/**
 * An object of another institution.
 *
 * @param card what is always said of it
 * @param manifest the address of its manifest, at its holder's
 */
public record LoanView(
    RecordCard card,
    List<Text> summary,
    String manifest,
    List<Canvas> canvases,
    List<Card> appearances,
    EntityLinks links)
    implements PageView {
  public LoanView {
    Objects.requireNonNull(card);
    summary = List.copyOf(summary);
    Objects.requireNonNull(manifest);
    canvases = List.copyOf(canvases);
    appearances = List.copyOf(appearances);
    Objects.requireNonNull(links);
  }

  @Override
  public String template() {
    return "loan";
  }

  /** One of its images. */
  public record Canvas(int number, Text label, Image image) {}
}
