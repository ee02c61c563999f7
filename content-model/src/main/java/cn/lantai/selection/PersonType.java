package cn.lantai.selection;

import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import java.util.List;

/** A person introduced in this context. */
final class PersonType extends BlockType {

  PersonType() {
    super(
        "block-person",
        LocalizedText.of("介绍一个人物，连到其人物页。", "Introduces a person and leads to their page."),
        LocalizedText.of("位人物", "person"),
        new Range(1, 1));
    requires(ItemField.MEMBER);
    uses(ItemField.TEXT, ItemField.SOURCES);
    calls(ItemField.MEMBER, "人物", "person");
    calls(ItemField.TEXT, "介绍", "introduction");
  }

  @Override
  public List<EntityType> members() {
    return List.of(EntityType.PERSON);
  }
}
