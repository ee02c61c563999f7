package cn.lantai.server.site.view;

import java.util.List;

/** The newest changes of many descriptions. */
public record BulkListView(List<BulkCard> jobs) implements PageView {
  public BulkListView {
    jobs = List.copyOf(jobs);
  }

  @Override
  public String template() {
    return "bulk-list";
  }
}
