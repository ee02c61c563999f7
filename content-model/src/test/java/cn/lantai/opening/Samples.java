package cn.lantai.opening;

import cn.lantai.access.AccessState;
import cn.lantai.archive.ArchivalRecord;
import cn.lantai.archive.Elements;
import cn.lantai.archive.Nature;
import cn.lantai.archive.ReferenceCode;
import cn.lantai.date.EdtfDate;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.evidence.Evidence;
import cn.lantai.evidence.Relation;
import cn.lantai.media.PageImage;
import cn.lantai.media.PageImage.Transcript;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Records to be looked at. */
public final class Samples {

  public static final EntityIri RECORD = new EntityIri(EntityType.RECORD, "r1");
  public static final EntityIri IMAGE = new EntityIri(EntityType.IMAGE, "r1-p1");

  private Samples() {}

  public static EntityGraph record(String scope, AccessState access, List<Relation> relations) {
    return new ArchivalRecord(
            RECORD,
            new ReferenceCode("X1-WS·1998·Y-0012"),
            new EntityIri(EntityType.RECORD_SET, "f1"),
            LocalizedText.of("关于落实政策的请示"),
            Optional.of(HistoricalDate.of(EdtfDate.parse("1998-03"))),
            relations,
            Nature.KNOWN,
            access,
            Elements.NONE.with("scope", scope).with("form", "请示"),
            Evidence.NONE)
        .toGraph();
  }

  static EntityGraph image(String... lines) {
    return new PageImage(
            IMAGE,
            Optional.of(RECORD),
            1,
            LocalizedText.of("第 1 页"),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Transcript.of(List.of(lines), "zh-Hans", false)),
            false)
        .toGraph();
  }

  /** A text as the rules get it. */
  public static RecordText text(String words) {
    return text(words, Set.of(), Optional.empty());
  }

  public static RecordText text(String words, Set<EntityIri> persons, Optional<String> form) {
    return new RecordText(
        RECORD,
        1,
        "mark",
        List.of(),
        Set.of(),
        form,
        persons,
        List.of(new Passage("scope", LocalizedText.of("范围和提要"), words)),
        true);
  }
}
