package cn.lantai.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.table.SheetEdit.Operation;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SheetEditTest {

  private static final EntityIri RECORD = new EntityIri(EntityType.RECORD, "r1");

  @ParameterizedTest
  @CsvSource({
    "SET, 文种, 信, 书信, '', 书信",
    "SET, 文种, '', 书信, '', 书信",
    "FILL, 文种, 信, 书信, '', 信",
    "FILL, 文种, '', 书信, '', 书信",
    "CLEAR, 文种, 信, '', '', ''",
    "ADD, 人名, '', maodun, '', maodun",
    "ADD, 人名, lida, maodun；lida, '', lida；maodun",
    "ADD, 人名, maodun, 人物：maodun, '', maodun",
    "ADD, 人名, 机构:o1, maodun, '', 机构:o1；maodun",
    "REMOVE, 人名, lida；maodun；机构:o1, maodun；机构：o1, '', lida",
    "REMOVE, 人名, lida, lida, '', ''",
    "REMOVE, 人名, lida, maodun, '', lida",
    "ADD, 主题词或关键词, 土地\\；地主, 地主, '', 土地\\；地主；地主",
    "REPLACE, 题名, 致母亲信（母亲）, 母亲, 父親, 致父親信（父親）",
    "REPLACE, 题名, 致母亲信, '.*', 无, 致母亲信",
    "REPLACE, 题名, 致母亲信, 母亲, '', 致信",
    "REPLACE, 范围和提要, 甲村。|乙村。, 村, 镇, 甲镇。|乙镇。",
    "REPLACE, 范围和提要, 甲。|甲。, 甲, 乙, 乙。|乙。",
    "REPLACE, 范围和提要, 左\\|右|下, '|', 和, 左和右|下",
    "REPLACE, 主题词或关键词, 农会；农民会；农協, 农民会, 农会, 农会；农協",
    "REPLACE, 主题词或关键词, 农会, 农会, '', ''",
    "REPLACE, 档号, X1-0001, X1, X001, X001-0001"
  })
  void aCellBecomesWhatIsAskedFor(
      Operation operation,
      String heading,
      String before,
      String value,
      String replacement,
      String after) {
    Sheet sheet = new Sheet(RECORD, Map.of(heading, before, "附注", "不动"), Map.of());
    Sheet edited = new SheetEdit(heading, operation, value, replacement).apply(sheet);
    assertEquals(after, edited.own().getOrDefault(heading, ""));
    assertEquals("不动", edited.own().get("附注"));
    if (after.equals(before)) {
      assertSame(sheet, edited);
    }
  }

  @Test
  void aCodeIsOnlyReplacedAndWhatMustBeThereIsNotEmptied() {
    assertEquals(EnumSet.of(Operation.REPLACE), operations("档号"));
    assertFalse(operations("题名").contains(Operation.CLEAR));
    assertTrue(operations("人名").contains(Operation.ADD));
    assertFalse(operations("人名").contains(Operation.REPLACE));
    assertFalse(operations("文种").contains(Operation.ADD));
    assertFalse(operations("开放标识").contains(Operation.REPLACE));
    assertTrue(SheetEdit.column(EntityType.RECORD, "键").isEmpty());
  }

  private static Set<Operation> operations(String heading) {
    return SheetEdit.operations(
        EntityType.RECORD, SheetEdit.column(EntityType.RECORD, heading).orElseThrow());
  }

  @Test
  void pagesAndSelectionsHaveNoFieldsHere() {
    assertTrue(SheetEdit.columns(EntityType.IMAGE).isEmpty());
    assertTrue(SheetEdit.columns(EntityType.EXHIBITION).isEmpty());
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void aValueIsThereWhereItIsNeededAndOnlyThere(Operation operation) {
    String wrong = operation.isValued() ? "" : "值";
    assertThrows(IllegalArgumentException.class, () -> new SheetEdit("题名", operation, wrong, ""));
    assertEquals(operation, Operation.ofSlug(operation.slug()).orElseThrow());
  }

  /** The tables read several texts from these columns, and one from all others. */
  @Test
  void whatHoldsSeveralIsKnown() {
    for (EntityType type : Sheet.TYPES) {
      for (Column column : Sheet.columns(Tables.of(type))) {
        Content content = Content.of(type, false, column);
        if (content.many() && content.kind() != Content.Kind.KEYS) {
          assertEquals(
              Content.Kind.LINE, content.kind(), type + " " + column.heading() + " is a list");
        }
      }
    }
    assertTrue(content(EntityType.EVENT, "地点").many());
    assertFalse(content(EntityType.PLACE, "类型").many());
    assertTrue(content(EntityType.THEME, "上位").many());
    assertTrue(content(EntityType.PERSON, "身份").many());
    assertFalse(content(EntityType.RECORD, "上级").many());
    assertFalse(content(EntityType.RECORD_SET, "收藏单位").many());
  }

  private static Content content(EntityType type, String heading) {
    return Content.of(type, false, SheetEdit.column(type, heading).orElseThrow());
  }
}
