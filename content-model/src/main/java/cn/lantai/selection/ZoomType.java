package cn.lantai.selection;

import cn.lantai.entity.LocalizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A guided look at one page image, step by step. */
final class ZoomType extends BlockType {

  ZoomType() {
    super(
        "block-zoom",
        LocalizedText.of(
            "带着观众在一页图像上一处一处细看。", "Leads the visitor over one page image, step by step."),
        LocalizedText.of("步", "steps"),
        new Range(1, 24));
    uses(ItemField.MEMBER, ItemField.IMAGE, ItemField.REGION, ItemField.TITLE);
    requires(ItemField.TEXT);
    uses(ItemField.SOURCES);
    calls(ItemField.TITLE, "这一步的题", "title of the step");
  }

  @Override
  public boolean isOfOneRecord() {
    return true;
  }

  @Override
  protected List<Finding> rules(Block block) {
    List<Finding> findings = new ArrayList<>();
    boolean shows =
        block.items().stream().anyMatch(item -> item.namesPage() || item.member().isPresent());
    if (!shows && !block.items().isEmpty()) {
      findings.add(
          Finding.of(
              0, ItemField.IMAGE, "请在第一步选定要细看的页面", "Choose the page to look at in the first step"));
    }
    List<Object> pages = block.items().stream().flatMap(item -> page(item).stream()).toList();
    for (int i = 0; i < block.items().size(); i++) {
      if (page(block.items().get(i)).filter(page -> !page.equals(pages.get(0))).isPresent()) {
        findings.add(
            Finding.of(
                i,
                ItemField.IMAGE,
                "一块细读只看一页；别的页面请另起一块",
                "One block looks at one page; take another block for another page"));
      }
    }
    return findings;
  }

  /** An image or a canvas. */
  private static Optional<Object> page(Item item) {
    return item.image().<Object>map(image -> image).or(item::canvas);
  }
}
