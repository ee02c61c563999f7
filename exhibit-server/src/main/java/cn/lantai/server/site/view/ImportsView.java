package cn.lantai.server.site.view;

import java.util.List;

/**
 * The workbench's page for uploads, and the newest imports.
 *
 * @param limit of an upload, in MiB
 * @param days after which an upload is removed
 */
public record ImportsView(List<String> mappings, long limit, long days, List<ImportCard> imports)
    implements PageView {
  public ImportsView {
    mappings = List.copyOf(mappings);
    imports = List.copyOf(imports);
  }

  @Override
  public String template() {
    return "imports";
  }
}
