package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;

/** All holders with their fonds. */
public record ArchivesView(List<HolderCard> holders, Pager pager) implements PageView {
  public ArchivesView {
    holders = List.copyOf(holders);
    Objects.requireNonNull(pager);
  }

  @Override
  public String template() {
    return "archives";
  }
}
