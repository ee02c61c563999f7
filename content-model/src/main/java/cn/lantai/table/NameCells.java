package cn.lantai.table;

import cn.lantai.entity.EntityIri;
import cn.lantai.name.Name;
import cn.lantai.name.NameKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Names in tables: those of which nothing more is known than their kind in one cell, such as
 * “本名:沈德鸿；笔名:茅盾、玄珠”, all others as rows of a table of names.
 */
final class NameCells {

  private static final String ALIASES = "异名";

  private NameCells() {}

  static Table.Part part(String file, Column owner) {
    return new Table.Part(
        file,
        owner.heading(),
        Stream.concat(
                Stream.of(
                    owner,
                    new Column("名称", "name", true),
                    new Column("类别", "kind", true),
                    new Column("称谓", "designation", false),
                    new Column("原文日期", "date as written", false),
                    new Column("时间", "date", false)),
                GroundsCells.OF_STATEMENT.stream())
            .toList());
  }

  /** The names in the cells of an entity's own row, then those of the rows. */
  static List<Name> read(Row row, List<Row> rows) {
    List<Name> names = new ArrayList<>(aliases(row));
    row.get("繁体").map(text -> Name.of(NameKind.TRADITIONAL, text)).ifPresent(names::add);
    row.get("拼音").map(text -> Name.of(NameKind.PINYIN, text)).ifPresent(names::add);
    rows.stream().flatMap(each -> name(each).stream()).forEach(names::add);
    return names;
  }

  /** A part without a kind is one other name; a part with a kind may hold several. */
  private static List<Name> aliases(Row row) {
    List<Name> names = new ArrayList<>();
    for (String part : row.list(ALIASES)) {
      String[] typed = part.split("[:：]", 2);
      if (typed.length == 1) {
        names.add(Name.of(NameKind.OTHER, part));
        continue;
      }
      Arrays.stream(typed[1].split("、"))
          .filter(name -> !name.isBlank())
          .forEach(name -> names.add(Name.of(typed[0].strip(), name)));
    }
    return names;
  }

  private static Optional<Name> name(Row row) {
    String text = row.required("名称");
    return row.requiredOneOf("类别", NameKind::ofLabel, NameKind.labels())
        .map(
            kind ->
                new Name(
                    kind, row.get("称谓"), text, row.date("原文日期", "时间"), GroundsCells.read(row)));
  }

  /**
   * Writes the cells of the entity's own row; what does not fit there comes back as rows.
   *
   * @param writings whether the row has columns for traditional characters and pinyin
   */
  static List<Cells> write(
      EntityIri owner, List<Name> names, RowWriter row, boolean writings, Table.Part part) {
    List<String> cells = new ArrayList<>();
    int at = 0;
    while (at < names.size() && isAlias(names.get(at))) {
      Name first = names.get(at++);
      StringBuilder texts = new StringBuilder(first.text());
      while (!isUntyped(first) && at < names.size() && isSameWord(first, names.get(at))) {
        texts.append('、').append(names.get(at++).text());
      }
      cells.add(isUntyped(first) ? first.text() : first.word() + ":" + texts);
    }
    row.list(ALIASES, cells);
    if (writings) {
      for (NameKind way : List.of(NameKind.TRADITIONAL, NameKind.PINYIN)) {
        if (at < names.size() && names.get(at).equals(Name.of(way, names.get(at).text()))) {
          row.set(way.label(), names.get(at++).text());
        }
      }
    }
    return names.subList(at, names.size()).stream().map(name -> cells(owner, name, part)).toList();
  }

  /** Whether the name comes back from the cell as it is. */
  private static boolean isAlias(Name name) {
    return isUntyped(name)
        || (name.isPlain()
            && !name.kind().isWriting()
            && !name.text().contains("、")
            && !hasColon(name.word())
            && name.equals(Name.of(name.word(), name.text())));
  }

  private static boolean isUntyped(Name name) {
    return name.equals(Name.of(NameKind.OTHER, name.text())) && !hasColon(name.text());
  }

  private static boolean isSameWord(Name first, Name next) {
    return isAlias(next) && !isUntyped(next) && next.word().equals(first.word());
  }

  private static boolean hasColon(String text) {
    return text.contains(":") || text.contains("：");
  }

  private static Cells cells(EntityIri owner, Name name, Table.Part part) {
    RowWriter row =
        new RowWriter(part.file())
            .set(part.owner(), owner.key())
            .set("名称", name.text())
            .set("类别", name.kind().label())
            .set("称谓", name.designation())
            .date("原文日期", "时间", name.date());
    return GroundsCells.write(name.grounds(), row).cells();
  }
}
