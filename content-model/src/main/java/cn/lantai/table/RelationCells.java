package cn.lantai.table;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.GraphReader;
import cn.lantai.entity.LocalizedText;
import cn.lantai.evidence.Relation;
import cn.lantai.evidence.RelationKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Relations in tables: those of which nothing more is known than a word for them in one cell, such
 * as “胞弟:shenzemin；成员:org-xiling”, all others as rows of a table of relations.
 */
final class RelationCells {

  private static final String RELATIONS = "关系";

  private RelationCells() {}

  static Table.Part part(String file, Column owner) {
    return new Table.Part(
        file,
        owner.heading(),
        Stream.concat(
                Stream.of(
                    owner,
                    new Column(RELATIONS, "relation", true),
                    new Column("对象", "other", true),
                    new Column("称谓", "in words", false),
                    new Column("英文称谓", "in words in English", false),
                    new Column("原文日期", "date as written", false),
                    new Column("时间", "date", false)),
                GroundsCells.OF_STATEMENT.stream())
            .toList());
  }

  /** The relations in the cell of an entity's own row, then those of the rows. */
  static List<Relation> read(EntityIri self, Row row, List<Row> rows) {
    List<Relation> relations = new ArrayList<>();
    row.list(RELATIONS).forEach(text -> word(self, row, text).ifPresent(relations::add));
    relations.addAll(readRows(self, rows));
    return relations;
  }

  /**
   * What the cells of an entity's own row refer to, and what the rows say more of these and others.
   * An import without that table (a finding aid has none) leaves what was said of those referred to
   * as it was.
   */
  static List<Relation> read(
      EntityIri self,
      Stream<Relation> references,
      Table.Part part,
      Map<String, List<Row>> parts,
      Table.Surroundings surroundings) {
    List<Relation> relations = new ArrayList<>(references.toList());
    relations.addAll(
        surroundings.brings(part)
            ? readRows(self, parts.get(part.file()))
            : said(self, relations, surroundings));
    return relations;
  }

  private static List<Relation> said(
      EntityIri self, List<Relation> references, Table.Surroundings surroundings) {
    return surroundings.before(self).stream()
        .flatMap(before -> Relation.readAll(self, new GraphReader(before)).stream())
        .filter(relation -> !relation.isBare())
        .filter(relation -> references.contains(Relation.of(relation.kind(), relation.other())))
        .toList();
  }

  private static List<Relation> readRows(EntityIri self, List<Row> rows) {
    return rows.stream().flatMap(row -> relation(self, row).stream()).toList();
  }

  private static Optional<Relation> word(EntityIri self, Row row, String text) {
    int colon = lastColon(text);
    if (colon < 0) {
      row.problem(
          RELATIONS,
          text,
          LocalizedText.of("没有写明关系", "The relation is not named"),
          LocalizedText.of("写成“胞弟:shenzemin”", "Write it as “胞弟:shenzemin”"));
      return Optional.empty();
    }
    String key = text.substring(colon + 1).strip();
    String word = text.substring(0, colon).strip();
    int typeColon = lastColon(word);
    Optional<String> type = TypedKey.typeIn(word.substring(typeColon + 1).strip());
    if (typeColon > 0 && type.isPresent()) {
      key = type.get() + ":" + key;
      word = word.substring(0, typeColon).strip();
    }
    String said = word;
    return TypedKey.read(row, RELATIONS, key, types(said, self))
        .filter(other -> isOther(self, other, row, RELATIONS))
        .map(other -> of(RelationKind.ofWord(said, self, other), other, said));
  }

  private static Relation of(RelationKind kind, EntityIri other, String word) {
    return word.equals(kind.label()) ? Relation.of(kind, other) : Relation.of(kind, other, word);
  }

  private static int lastColon(String text) {
    return Math.max(text.lastIndexOf(':'), text.lastIndexOf('：'));
  }

  /** What a word can lead to: 成员 only to groups. */
  private static Set<EntityType> types(String word, EntityIri self) {
    Set<EntityType> types = EnumSet.noneOf(EntityType.class);
    RelationKind.of(self.type()).stream()
        .filter(kind -> kind.means(word))
        .forEach(kind -> types.addAll(kind.to()));
    return types.isEmpty() ? RelationKind.ASSOCIATE.to() : types;
  }

  private static Optional<Relation> relation(EntityIri self, Row row) {
    List<RelationKind> kinds = RelationKind.of(self.type());
    Optional<RelationKind> kind =
        row.requiredOneOf(
            RELATIONS,
            label -> kinds.stream().filter(each -> each.label().equals(label)).findFirst(),
            kinds.stream().map(RelationKind::label).collect(Collectors.joining("、")));
    String key = row.required("对象");
    Optional<LocalizedText> words = row.text("称谓", "英文称谓");
    return kind.flatMap(
        known ->
            TypedKey.read(row, "对象", key, known.to())
                .filter(other -> isOther(self, other, row, "对象"))
                .map(
                    other ->
                        new Relation(
                            known, other, words, row.date("原文日期", "时间"), GroundsCells.read(row))));
  }

  private static boolean isOther(EntityIri self, EntityIri other, Row row, String column) {
    if (other.equals(self)) {
      row.problem(
          column,
          other.key(),
          LocalizedText.of("不能与自己有关系", "Nothing stands in a relation to itself"),
          LocalizedText.of("请改正键", "Correct the key"));
    }
    return !other.equals(self);
  }

  /** Bare references of one kind, which have a column of their own. */
  static Stream<Relation> refs(Row row, String column, RelationKind kind, EntityIri self) {
    return refs(row, column, kind, kind.to(), self);
  }

  /** As above, to some of the types to which the kind can lead. */
  static Stream<Relation> refs(
      Row row, String column, RelationKind kind, Collection<EntityType> types, EntityIri self) {
    return TypedKey.readAll(row, column, types).stream()
        .filter(other -> isOther(self, other, row, column))
        .map(other -> Relation.of(kind, other));
  }

  /** Writes the others of a kind into their column, also those of whom the rows say more. */
  static void writeRefs(List<Relation> relations, RelationKind kind, RowWriter row, String column) {
    writeRefs(relations, kind, kind.to(), row, column);
  }

  /** As above, those to entities of these types. */
  static void writeRefs(
      List<Relation> relations,
      RelationKind kind,
      Collection<EntityType> types,
      RowWriter row,
      String column) {
    row.list(
        column,
        TypedKey.writeAll(
            relations.stream()
                .filter(relation -> relation.kind() == kind)
                .map(Relation::other)
                .filter(other -> types.contains(other.type()))
                .distinct()
                .sorted(),
            types));
  }

  /** Writes those that are more than a reference. */
  static List<Cells> writeFull(EntityIri self, List<Relation> relations, Table.Part part) {
    return writeRows(
        self, relations.stream().filter(relation -> !relation.isBare()).toList(), part);
  }

  private static List<Cells> writeRows(EntityIri self, List<Relation> relations, Table.Part part) {
    return relations.stream().map(relation -> cells(self, relation, part)).toList();
  }

  /** Writes the cell of the entity's own row; what does not fit there comes back as rows. */
  static List<Cells> write(
      EntityIri self, List<Relation> relations, RowWriter row, Table.Part part) {
    List<Relation> fitting = new ArrayList<>();
    for (Relation relation : relations) {
      if (!fits(self, relation)) {
        break;
      }
      fitting.add(relation);
    }
    relations.stream()
        .skip(fitting.size())
        .filter(relation -> relation.isBare() && fits(self, relation))
        .forEach(fitting::add);
    row.list(
        RELATIONS,
        fitting.stream()
            .map(
                relation ->
                    word(relation)
                        + ":"
                        + TypedKey.write(relation.other(), types(word(relation), self)))
            .toList());
    return writeRows(
        self, relations.stream().filter(relation -> !fitting.contains(relation)).toList(), part);
  }

  private static String word(Relation relation) {
    return relation.words().map(LocalizedText::zh).orElse(relation.kind().label());
  }

  private static boolean fits(EntityIri self, Relation relation) {
    String word = word(relation);
    return lastColon(word) < 0
        && RelationKind.ofWord(word, self, relation.other()) == relation.kind()
        && relation.equals(of(relation.kind(), relation.other(), word));
  }

  private static Cells cells(EntityIri self, Relation relation, Table.Part part) {
    RowWriter row =
        new RowWriter(part.file())
            .set(part.owner(), self.key())
            .set(RELATIONS, relation.kind().label())
            .set("对象", TypedKey.write(relation.other(), relation.kind().to()))
            .text("称谓", "英文称谓", relation.words())
            .date("原文日期", "时间", relation.date());
    return GroundsCells.write(relation.grounds(), row).cells();
  }
}
