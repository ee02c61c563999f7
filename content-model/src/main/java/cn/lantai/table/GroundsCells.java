package cn.lantai.table;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.evidence.Certainty;
import cn.lantai.evidence.Citation;
import cn.lantai.evidence.Evidence;
import cn.lantai.evidence.Grounds;
import cn.lantai.media.Region;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The cells that say what something stands on.
 *
 * <p>A single statement may cite publications, records and pages: {@code s19}, {@code s19（卷四）},
 * {@code 件:r001}, {@code 图:r001-1}, {@code 图:r001-1@10,20,30,40}.
 */
final class GroundsCells {

  static final List<Column> OF_STATEMENT =
      List.of(
          new Column("依据", "sources", false),
          new Column("可信度", "certainty", false),
          new Column("说法出自", "according to", false));

  private static final List<EntityType> CITABLE =
      List.of(EntityType.SOURCE, EntityType.RECORD, EntityType.RECORD_SET, EntityType.IMAGE);
  private static final List<EntityType> AGENTS =
      List.of(EntityType.PERSON, EntityType.ORGANISATION, EntityType.FAMILY);

  private static final Pattern AGENT = Pattern.compile("(人物|机构|家族)[:：].+");
  private static final Pattern CITATION =
      Pattern.compile("([^@（）]+?)(?:@([0-9.,，\\s]+))?(?:（(.+)）)?", Pattern.DOTALL);

  private GroundsCells() {}

  static Grounds read(Row row) {
    Optional<String> says = row.get("说法出自");
    boolean agent = says.filter(text -> AGENT.matcher(text).matches()).isPresent();
    return new Grounds(
        certainty(row),
        row.list("依据").stream().flatMap(text -> citation(row, text).stream()).toList(),
        agent ? TypedKey.read(row, "说法出自", says.get(), AGENTS) : Optional.empty(),
        agent ? Optional.empty() : says);
  }

  private static Optional<Citation> citation(Row row, String text) {
    Matcher matcher = CITATION.matcher(text);
    if (!matcher.matches()) {
      row.problem(
          "依据",
          text,
          LocalizedText.of("看不出引用的是什么", "It does not say what is cited"),
          LocalizedText.of(
              "写成 s19、s19（卷四）、件:r001、图:r001-1 或 图:r001-1@10,20,30,40（百分数）",
              "Write s19, s19（p. 4）, 件:r001, 图:r001-1 or 图:r001-1@10,20,30,40 (percent)"));
      return Optional.empty();
    }
    return TypedKey.read(row, "依据", matcher.group(1).strip(), CITABLE)
        .flatMap(target -> citation(row, text, target, matcher));
  }

  private static Optional<Citation> citation(
      Row row, String text, EntityIri target, Matcher matcher) {
    try {
      return Optional.of(
          new Citation(
              target,
              Optional.ofNullable(matcher.group(2)).map(Region::parse),
              Optional.ofNullable(matcher.group(3))));
    } catch (IllegalArgumentException refused) {
      row.problem(
          "依据",
          text,
          LocalizedText.of("不是图像上的区域", "Not a part of an image"),
          LocalizedText.of(
              "区域只写在“图:”之后：左,上,宽,高，均为百分数，不超出图像",
              "A region follows an image (图:) as left,top,width,height in percent, within it"));
      return Optional.empty();
    }
  }

  static RowWriter write(Grounds grounds, RowWriter row) {
    return row.list("依据", grounds.citations().stream().map(GroundsCells::text).toList())
        .set("可信度", grounds.certainty().map(Certainty::label))
        .set("说法出自", grounds.by().map(GroundsCells::agent).or(grounds::byName));
  }

  /** Always with the type, for anything else is the name of somebody. */
  private static String agent(EntityIri agent) {
    return agent.type() == EntityType.PERSON ? "人物:" + agent.key() : TypedKey.write(agent, AGENTS);
  }

  private static String text(Citation citation) {
    return TypedKey.write(citation.target(), CITABLE)
        + citation.region().map(region -> "@" + region).orElse("")
        + citation.locator().map(words -> "（" + words + "）").orElse("");
  }

  /** What a whole description rests on. */
  static Evidence evidence(Row row) {
    return new Evidence(row.refs("依据", EntityType.SOURCE), certainty(row), row.list("考订"));
  }

  static RowWriter write(Evidence evidence, RowWriter row) {
    return row.refs("依据", evidence.sources())
        .set("可信度", evidence.certainty().map(Certainty::label))
        .list("考订", evidence.claims());
  }

  static Optional<Certainty> certainty(Row row) {
    return row.oneOf("可信度", Certainty::ofLabel, CERTAINTIES);
  }

  static final String CERTAINTIES =
      Arrays.stream(Certainty.values()).map(Certainty::label).collect(Collectors.joining("、"));
}
