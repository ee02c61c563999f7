package cn.lantai.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code docs/description-profile.md} to the profile. With {@code -Dlantai.docs.write=true}
 * it is written anew.
 */
class ProfileDocumentTest {

  private static final Path DOCUMENT = Path.of("../docs/description-profile.md");

  @Test
  void theDocumentSaysWhatTheProfileSays() throws IOException {
    if (Boolean.getBoolean("lantai.docs.write")) {
      Files.createDirectories(DOCUMENT.getParent());
      Files.writeString(DOCUMENT, document());
    }
    assertEquals(document(), Files.readString(DOCUMENT), "Run once with -Dlantai.docs.write=true");
  }

  private static String document() {
    StringBuilder text =
        new StringBuilder(
            """
            # 著录项目 · Elements of description

            由 `ontology` 模块的 `elements.csv` 生成，请改那张表，不改本页。Made from `elements.csv` in the module
            `ontology`; change that table, not this page.

            列名即中文名；双语项目另有“英文……”一列，日期另有“原文日期”。必＝必著，有＝有则必著，选＝选著，空＝不用于该级。
            缺“拒收”项目的条目不能收入；缺其他必著项目的照收，并列入缺项。斜体为标准之外、兰台自设的项目。
            The heading of a column is the Chinese name; texts in both languages have a second column (英文…), dates have
            原文日期. 必 required, 有 required if present, 选 optional, blank: not used at that level. Without an element
            marked 拒收 an entry is refused; other gaps are only reported. Elements in italics are Lantai's own.
            """);
    for (ElementGroup group : ElementGroup.values()) {
      text.append("\n## ").append(group.label("zh")).append(" · ").append(group.label("en"));
      text.append("\n\n| 项目 Element | 全宗 | 类别 | 案卷 | 件 | 拒收 | 值 Value | RiC-O 1.1 |\n");
      text.append("|---|---|---|---|---|---|---|---|\n");
      DescriptionProfile.get().elements().stream()
          .filter(element -> element.group() == group)
          .forEach(element -> text.append(line(element)));
    }
    return text.toString();
  }

  private static String line(Element element) {
    String mark = element.standard() ? "" : "*";
    String obligations =
        Arrays.stream(Level.values())
            .map(level -> element.obligation(level).map(Obligation::sign).orElse(""))
            .collect(Collectors.joining(" | "));
    return "| "
        + mark
        + element.zh()
        + mark
        + " "
        + element.en()
        + " | "
        + obligations
        + " | "
        + (element.essential() ? "是" : "")
        + " | "
        + element.type().label("zh")
        + (element.repeatable() ? "，可多个" : "")
        + " | "
        + element.path().map(path -> "`" + path + "`").orElse("")
        + " |\n";
  }
}
