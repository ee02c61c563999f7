package cn.lantai;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.lantai.access.AccessState;
import cn.lantai.agent.Agent;
import cn.lantai.archive.ArchivalRecord;
import cn.lantai.archive.Elements;
import cn.lantai.archive.Nature;
import cn.lantai.archive.RecordSet;
import cn.lantai.archive.ReferenceCode;
import cn.lantai.date.EdtfDate;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.entity.TaggedText;
import cn.lantai.event.HistoricalEvent;
import cn.lantai.evidence.Certainty;
import cn.lantai.evidence.Citation;
import cn.lantai.evidence.Evidence;
import cn.lantai.evidence.Grounds;
import cn.lantai.evidence.Relation;
import cn.lantai.evidence.RelationKind;
import cn.lantai.evidence.Source;
import cn.lantai.media.Availability;
import cn.lantai.media.Digest;
import cn.lantai.media.PageImage;
import cn.lantai.media.PixelSize;
import cn.lantai.media.Region;
import cn.lantai.media.recording.MediaTime;
import cn.lantai.media.recording.Recording;
import cn.lantai.media.recording.Technical;
import cn.lantai.name.Name;
import cn.lantai.name.NameKind;
import cn.lantai.ontology.Level;
import cn.lantai.ontology.ProfileCheck;
import cn.lantai.place.Coordinates;
import cn.lantai.place.Place;
import cn.lantai.selection.Block;
import cn.lantai.selection.BlockTypes;
import cn.lantai.selection.Item;
import cn.lantai.selection.Section;
import cn.lantai.selection.Selection;
import cn.lantai.table.Sheet;
import cn.lantai.theme.Scheme;
import cn.lantai.theme.Theme;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is described comes back from its RDF unchanged, and its RDF satisfies the profile. */
class DescriptionsTest {

  private static final ProfileCheck PROFILE = new ProfileCheck();

  private static final EntityIri SOURCE = new EntityIri(EntityType.SOURCE, "s19");
  private static final EntityIri PERSON = new EntityIri(EntityType.PERSON, "chenwangdao");
  private static final EntityIri PUPIL = new EntityIri(EntityType.PERSON, "yetiandi");
  private static final EntityIri PLACE = new EntityIri(EntityType.PLACE, "pl-shangyu");
  private static final EntityIri RECORD = new EntityIri(EntityType.RECORD, "r001");
  private static final EntityIri IMAGE = new EntityIri(EntityType.IMAGE, "r001-1");
  private static final EntityIri FONDS = new EntityIri(EntityType.RECORD_SET, "x001");
  private static final EntityIri HOLDER = new EntityIri(EntityType.ORGANISATION, "org-syda");

  private static final Evidence EVIDENCE =
      new Evidence(
          List.of(SOURCE),
          Optional.of(Certainty.PARTLY_VERIFIED),
          List.of("封面误排为“共党产宣言”。", "赠书年份据馆方。"));
  private static final HistoricalDate AUGUST =
      new HistoricalDate(Optional.of("民国九年八月"), Optional.of(EdtfDate.parse("1920-08")));

  @Test
  void aRecord() {
    assertKept(
        new ArchivalRecord(
            RECORD,
            new ReferenceCode("X001-ZL-001-0001"),
            FONDS,
            LocalizedText.of("《共产党宣言》首个中文全译本", "The Communist Manifesto"),
            Optional.of(AUGUST),
            List.of(
                new Relation(
                    RelationKind.CREATOR,
                    PERSON,
                    Optional.of(LocalizedText.of("译者", "translator")),
                    Optional.of(AUGUST),
                    Grounds.of(Certainty.VERIFIED, List.of(SOURCE))),
                Relation.of(RelationKind.SUBJECT, PERSON),
                Relation.of(RelationKind.RECORD_PLACE, PLACE)),
            Nature.KNOWN,
            AccessState.OPEN,
            Elements.NONE
                .with("form", "图书")
                .with("extent", "1册56页")
                .with("language", "汉语（繁体竖排）")
                .with("scope", LocalizedText.of("封面误排"))
                .with("attachment", List.of(LocalizedText.of("附件一"), LocalizedText.of("附件二"))),
            EVIDENCE),
        ArchivalRecord::toGraph,
        ArchivalRecord::of);
  }

  @Test
  void aFonds() {
    assertKept(
        new RecordSet(
            FONDS,
            new ReferenceCode("X001"),
            Level.FONDS,
            Optional.empty(),
            Optional.of(HOLDER),
            LocalizedText.of("上虞革命历史资料汇集"),
            Optional.of(HistoricalDate.of(EdtfDate.parse("1920/1949"))),
            List.of(HOLDER),
            Nature.PRESUMED,
            Optional.empty(),
            Elements.NONE.with("scope", LocalizedText.of("书刊与文件", "Books and papers")),
            Evidence.NONE),
        RecordSet::toGraph,
        RecordSet::of);
  }

  @Test
  void aPersonWithNamesRelationsAndFacts() {
    List<Name> names =
        List.of(
            Name.of("原名", "参一"),
            Name.of(NameKind.COURTESY, "任重"),
            Name.of(NameKind.TRADITIONAL, "陳望道"),
            new Name(
                NameKind.PEN,
                Optional.empty(),
                "佛突",
                Optional.of(AUGUST),
                new Grounds(
                    Optional.of(Certainty.DOUBTFUL),
                    List.of(
                        Citation.of(SOURCE),
                        new Citation(SOURCE, Optional.empty(), Optional.of("卷四"))),
                    Optional.of(HOLDER),
                    Optional.empty())));
    assertKept(
        new Agent(
            PERSON,
            LocalizedText.of("陈望道", "Chen Wangdao"),
            names,
            Optional.empty(),
            Optional.of(HistoricalDate.of(EdtfDate.parse("1891-01-18"))),
            Optional.of("浙江义乌分水塘"),
            Optional.of(HistoricalDate.of(EdtfDate.parse("1977"))),
            Optional.of("上海"),
            List.of("翻译", "语言学家"),
            Optional.of(LocalizedText.of("首个中文全译本的译者。")),
            Optional.empty(),
            List.of(
                new Relation(
                    RelationKind.POSITION,
                    HOLDER,
                    Optional.of(LocalizedText.of("馆长", "director")),
                    Optional.of(AUGUST),
                    new Grounds(
                        Optional.of(Certainty.VERIFIED),
                        List.of(
                            Citation.of(RECORD),
                            new Citation(
                                IMAGE, Optional.of(Region.parse("10,20,30,40")), Optional.empty())),
                        Optional.empty(),
                        Optional.of("馆藏卡片"))),
                Relation.of(RelationKind.SIBLING, PUPIL, "胞弟"),
                Relation.of(RelationKind.STUDENT, PUPIL)),
            List.of(
                new Agent.Fact(
                    Optional.of(HistoricalDate.of(EdtfDate.parse("1920-04"))),
                    LocalizedText.of("译成《共产党宣言》。", "Finished the translation."),
                    Grounds.of(Certainty.VERIFIED, List.of(SOURCE))),
                new Agent.Fact(Optional.empty(), LocalizedText.of("任教。"), Grounds.NONE)),
            EVIDENCE),
        Agent::toGraph,
        Agent::of);
  }

  @Test
  void anOrganisationKeepsItsLogo() {
    Agent archives =
        new Agent(
            HOLDER,
            LocalizedText.of("绍兴市上虞区档案馆", "Shangyu Archives"),
            List.of(),
            Optional.of("档案馆"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.of(IMAGE),
            List.of(),
            List.of(),
            Evidence.NONE);
    assertKept(archives, Agent::toGraph, Agent::of);
  }

  @Test
  void aPlace() {
    assertKept(
        new Place(
            PLACE,
            LocalizedText.of("上虞", "Shangyu"),
            List.of(Name.of(NameKind.OTHER, "上虞县"), Name.of(NameKind.FORMER, "上虞市")),
            Optional.of("县级政区"),
            Optional.of("浙江省绍兴市上虞区"),
            Optional.of(new Coordinates(new BigDecimal("30.030"), new BigDecimal("120.870"))),
            Optional.of("误差约 0.01°"),
            List.of(
                new Relation(
                    RelationKind.WITHIN,
                    new EntityIri(EntityType.PLACE, "pl-ningbo"),
                    Optional.empty(),
                    Optional.of(AUGUST),
                    Grounds.NONE),
                Relation.of(RelationKind.WITHIN, new EntityIri(EntityType.PLACE, "pl-shaoxing"))),
            EVIDENCE),
        Place::toGraph,
        Place::of);
  }

  @Test
  void anEvent() {
    assertKept(
        new HistoricalEvent(
            new EntityIri(EntityType.EVENT, "e-manifesto"),
            LocalizedText.of("首译本出版"),
            List.of(Name.of(NameKind.OTHER, "首版")),
            List.of(new EntityIri(EntityType.THEME, "event-type-publication")),
            Optional.of(AUGUST),
            List.of(
                Relation.of(RelationKind.PARTICIPANT, PERSON, "译者"),
                Relation.of(RelationKind.PARTICIPANT, HOLDER),
                Relation.of(RelationKind.LOCATION, PLACE)),
            Optional.of(LocalizedText.of("在上海印行。")),
            EVIDENCE),
        HistoricalEvent::toGraph,
        HistoricalEvent::of);
  }

  @Test
  void aTheme() {
    assertKept(
        new Theme(
            new EntityIri(EntityType.THEME, "jiandang"),
            Scheme.OFFICIAL,
            LocalizedText.of("建党精神"),
            List.of(new TaggedText("建黨精神", "zh-Hant")),
            Optional.of("1"),
            Optional.empty(),
            Optional.of("建党（独列首位）"),
            Optional.empty(),
            Optional.of(HistoricalDate.of(EdtfDate.parse("2021-09-29"))),
            new Theme.Links(
                List.of(),
                List.of(new EntityIri(EntityType.THEME, "l-hongchuan")),
                List.of(),
                List.of()),
            Optional.of("名称照公布文本"),
            EVIDENCE),
        Theme::toGraph,
        Theme::of);
  }

  @Test
  void aSource() {
    assertKept(
        new Source(
            SOURCE,
            LocalizedText.of("百年百档"),
            Optional.of("馆方"),
            Optional.of("较高"),
            Optional.empty()),
        Source::toGraph,
        Source::of);
  }

  @Test
  void aPageImageWithItsTranscript() {
    assertKept(
        new PageImage(
            IMAGE,
            Optional.of(RECORD),
            1,
            LocalizedText.of("封面", "Cover"),
            Optional.of(LocalizedText.of("红色封面，印有头像轮廓（绘制示意）")),
            Optional.of(new PageImage.Content(Digest.of(new byte[] {1}), 2400, 3300)),
            Optional.of(
                new PageImage.Transcript(
                    List.of(
                        new PageImage.Line("共黨產宣言", Optional.of(Region.parse("60.5,5,8,90"))),
                        PageImage.Line.of(""),
                        new PageImage.Line(
                            "馬格斯　安格爾斯　合著", Optional.of(Region.parse("0,0,100,100")))),
                    "zh-Hant",
                    true)),
            true),
        PageImage::toGraph,
        PageImage::of);
  }

  @Test
  void aRecordingWithItsCaptionsAndChapters() {
    String vtt = "WEBVTT\n\nNOTE 甲|乙\n\n1\n00:00.000 --> 00:02.000 align:start\n<v 甲>起来 &amp; 前进";
    Recording.Content content =
        new Recording.Content(
            Digest.of(new byte[] {1}),
            new Technical("video/mp4", "H.264, AAC", 62_500, Optional.of(new PixelSize(640, 360))));
    Recording recording =
        new Recording(
            new EntityIri(EntityType.RECORDING, "song.mp3"),
            Optional.of(new EntityIri(EntityType.RECORD, "r1")),
            2,
            LocalizedText.of("歌", "Song"),
            Optional.of(LocalizedText.of("甲\n乙")),
            Optional.of(content),
            List.of(new Recording.Captions("zh-Hans", vtt), new Recording.Captions("en", vtt)),
            List.of(
                new Recording.Chapter(
                    new MediaTime.Span(0, Optional.empty()), LocalizedText.of("开头", "Opening")),
                new Recording.Chapter(
                    new MediaTime.Span(1_500, Optional.of(61_000L)), LocalizedText.of("副歌"))),
            Optional.of(new EntityIri(EntityType.IMAGE, "r1-1")),
            true,
            Optional.of(
                new Availability(
                    Availability.Degree.SIGNED_IN, OptionalInt.empty(), Optional.empty())));
    assertKept(recording, Recording::toGraph, Recording::of);
    assertEquals(Optional.of(Set.of()), Sheet.beside(recording.toGraph()));
  }

  @Test
  void aPageImageThatCouldNotBeRead() {
    assertKept(
        new PageImage(
            IMAGE,
            Optional.of(RECORD),
            2,
            LocalizedText.of("第 2 页"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false),
        PageImage::toGraph,
        PageImage::of);
  }

  @Test
  void aPageImageThatIsNotOpenToEveryone() {
    assertKept(
        new PageImage(
            IMAGE,
            Optional.of(RECORD),
            3,
            LocalizedText.of("第 3 页"),
            Optional.empty(),
            Optional.of(new PageImage.Content(Digest.of(new byte[] {2}), 2400, 3300)),
            Optional.of(
                new PageImage.Transcript(
                    List.of(new PageImage.Line("一行", Optional.empty())), "zh-Hans", false)),
            false,
            Optional.of(
                new Availability(
                    Availability.Degree.SIGNED_IN, OptionalInt.of(1200), Optional.of("样张"))),
            List.of(Region.parse("10,20,30,40"), Region.parse("50,60.5,5,5"))),
        PageImage::toGraph,
        PageImage::of);
  }

  @Test
  void anExhibitionInItsOrder() {
    Block exhibit =
        new Block(
            BlockTypes.EXHIBIT,
            Optional.of(Block.Layout.FLIP),
            Optional.empty(),
            Optional.empty(),
            List.of(item(Optional.of(RECORD), Optional.empty(), Optional.empty(), "一段\n又一段")));
    Block zoom =
        new Block(
            BlockTypes.ZOOM,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(
                item(Optional.empty(), Optional.of(IMAGE), Optional.empty(), "全图"),
                item(
                    Optional.empty(),
                    Optional.of(IMAGE),
                    Optional.of(Region.parse("50, 5.5, 45, 50")),
                    "右上")));
    Block map =
        new Block(
            BlockTypes.MAP,
            Optional.empty(),
            Optional.of(LocalizedText.of("传书路线", "The way of a book")),
            Optional.of(LocalizedText.of("自上海到上虞")),
            List.of(
                new Item(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(AUGUST),
                    Optional.of(PLACE),
                    Optional.of(LocalizedText.of("到上虞")),
                    Optional.empty(),
                    List.of(SOURCE))));
    List<Block> many =
        IntStream.range(0, 12)
            .mapToObj(
                n ->
                    new Block(
                        BlockTypes.TEXT,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(
                            item(Optional.empty(), Optional.empty(), Optional.empty(), "段" + n))))
            .toList();
    assertKept(
        new Selection(
            new EntityIri(EntityType.EXHIBITION, "xinyang"),
            1,
            LocalizedText.of("信仰之源|从《宣言》到南湖", "The Source"),
            Optional.of(LocalizedText.of("一本小册子怎样走到县城")),
            Optional.of(HOLDER),
            Optional.of(PERSON),
            Optional.of(IMAGE),
            Optional.of(Region.parse("10,20,50,40")),
            Optional.of(LocalizedText.of("前言一\n前言二", "Preface")),
            List.of("编纂：某处", "图像：全部为绘制示意"),
            Optional.of("CC BY 4.0"),
            List.of(
                new Section(
                    0, Optional.empty(), Optional.empty(), Optional.empty(), List.of(exhibit)),
                new Section(
                    1,
                    Optional.of(LocalizedText.of("译与印")),
                    Optional.of(LocalizedText.of("导语")),
                    Optional.of("一九二〇年"),
                    List.of(zoom, map)),
                new Section(
                    2,
                    Optional.of(LocalizedText.of("长")),
                    Optional.empty(),
                    Optional.empty(),
                    many))),
        Selection::toGraph,
        Selection::of);
  }

  private static Item item(
      Optional<EntityIri> member, Optional<EntityIri> image, Optional<Region> region, String text) {
    return new Item(
        member,
        image,
        region,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(LocalizedText.of("题")),
        Optional.of(LocalizedText.of(text, "in English")),
        List.of(SOURCE));
  }

  private static <T> void assertKept(
      T thing, Function<T, EntityGraph> write, Function<EntityGraph, T> read) {
    EntityGraph graph = write.apply(thing);
    assertEquals(List.of(), PROFILE.violations(graph.toGraph()));
    assertEquals(thing, read.apply(EntityGraph.ofNTriples(graph.iri(), graph.toNTriples())));
  }
}
