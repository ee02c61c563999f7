package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;

/** A list of exhibitions, compilations or study packs; each kind has its own way to show them. */
public record SelectionsView(Kind kind, List<Card> items, Pager pager) implements PageView {
  public SelectionsView {
    items = List.copyOf(items);
    Objects.requireNonNull(pager);
    if (kind != Kind.EXHIBITION && kind != Kind.COMPILATION && kind != Kind.STUDY) {
      throw new IllegalArgumentException("No list of selections is made of " + kind);
    }
  }

  @Override
  public String template() {
    return switch (kind) {
      case COMPILATION -> "compilations";
      case STUDY -> "studies";
      default -> "exhibitions";
    };
  }
}
