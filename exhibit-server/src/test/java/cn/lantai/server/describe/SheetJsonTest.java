package cn.lantai.server.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.table.Sheet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SheetJsonTest {

  @Test
  void whatWasWrittenIsReadForSomethingElse() {
    EntityIri one = new EntityIri(EntityType.PERSON, "one");
    EntityIri other = new EntityIri(EntityType.PERSON, "other");
    Map<String, String> own = Map.of("姓名", "“茅盾”\\", "简介", "甲|乙");
    Map<String, List<Map<String, String>>> parts =
        Map.of("person_names.csv", List.of(Map.of("名称", "沈德鸿", "类别", "本名"), Map.of("名称", "雁冰")));
    assertEquals(
        new Sheet(other, own, parts),
        SheetJson.read(other, SheetJson.write(new Sheet(one, own, parts))));
    assertEquals(Sheet.empty(other), SheetJson.read(other, SheetJson.write(Sheet.empty(one))));
  }
}
