package cn.lantai.selection;

import cn.lantai.entity.LocalizedText;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Things to be looked at side by side. */
final class ComparisonType extends BlockType {

  ComparisonType() {
    super(
        "block-comparison",
        LocalizedText.of("把两到四件并排对着看。", "Two to four things to look at side by side."),
        LocalizedText.of("件", "sides"),
        new Range(2, 4));
    uses(ItemField.MEMBER, ItemField.IMAGE, ItemField.TITLE, ItemField.TEXT, ItemField.SOURCES);
  }

  @Override
  public boolean hasHeading() {
    return true;
  }

  @Override
  public boolean hasIntro() {
    return true;
  }

  @Override
  public Set<ItemField> telling() {
    return Set.of(ItemField.MEMBER, ItemField.IMAGE);
  }

  @Override
  protected List<Finding> rules(Block block) {
    return IntStream.range(0, block.items().size())
        .filter(i -> telling().stream().noneMatch(field -> field.isFilled(block.items().get(i))))
        .mapToObj(i -> Finding.of(i, ItemField.MEMBER, "请选一件记录或一页图像", "Choose a record or a page"))
        .toList();
  }
}
