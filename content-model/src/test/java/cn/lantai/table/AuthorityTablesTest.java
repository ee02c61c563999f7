package cn.lantai.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.agent.Agent;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.evidence.Citation;
import cn.lantai.evidence.RelationKind;
import cn.lantai.media.Region;
import cn.lantai.name.Name;
import cn.lantai.name.NameKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorityTablesTest {

  @Test
  void aPersonComesBackFromItsCellsAndTheCellsFromThePerson() {
    assertSameCells(
        AgentTables.PERSONS,
        cells(
            "persons.csv",
            "键",
            "maodun",
            "姓名",
            "茅盾",
            "繁体",
            "茅盾",
            "拼音",
            "Máo Dùn",
            "异名",
            "本名:沈德鸿；字:雁冰；笔名:玄珠、方璧；又名:x、y；明甫",
            "生年原文",
            "清光绪二十二年",
            "生年",
            "1896-07-04",
            "身份",
            "作家；编辑",
            "简介",
            "一|二",
            "英文简介",
            "one|two",
            "关系",
            "胞弟:shenzemin；社长:xiling；档案收藏:机构:org-txda；配偶:kongdezhi",
            "依据",
            "g；s03",
            "可信度",
            "部分核实",
            "考订",
            "入党时间有两说"),
        cells(
            "person_names.csv",
            "人物",
            "maodun",
            "名称",
            "方保宗",
            "类别",
            "化名",
            "时间",
            "1938/1940",
            "依据",
            "s03；s04（第 41 页）；图:r001-1@10,20,30,40",
            "可信度",
            "存疑",
            "说法出自",
            "机构:org-txda"),
        cells(
            "person_relations.csv",
            "人物",
            "maodun",
            "关系",
            "通信",
            "对象",
            "shenzemin",
            "称谓",
            "往来书信",
            "英文称谓",
            "letters",
            "时间",
            "1921/1933",
            "依据",
            "件:r001",
            "说法出自",
            "家属"),
        cells(
            "person_facts.csv",
            "人物",
            "maodun",
            "序",
            "1",
            "时间",
            "1921",
            "事实",
            "接编《小说月报》。",
            "依据",
            "s03"));
  }

  @Test
  void aFamilyAnEventAPlaceASchemeAndAThemeComeBackAsWell() {
    assertSameCells(
        AgentTables.FAMILIES,
        cells("families.csv", "键", "shen", "名称", "乌镇沈氏", "类型", "宗族", "可信度", "一般知识"),
        cells("family_names.csv", "家族", "shen", "名称", "沈氏", "类别", "曾用名", "原文日期", "清末"));
    assertSameCells(
        AuthorityTables.EVENTS,
        cells(
            "events.csv",
            "键",
            "e1",
            "名称",
            "一大",
            "类型",
            "event-type-congress",
            "时间",
            "1921-07-23",
            "地点",
            "pl-shanghai",
            "参与者",
            "机构:org-a；lida；wanghuiwu",
            "所属事件",
            "e0"),
        cells("event_relations.csv", "事件", "e1", "关系", "参与者", "对象", "wanghuiwu", "称谓", "会务"));
    assertSameCells(
        AuthorityTables.PLACES,
        cells(
            "places.csv",
            "键",
            "pl-jiaxing",
            "名称",
            "嘉兴",
            "异名",
            "法租界贝勒路树德里、望志路106号；南湖",
            "隶于",
            "pl-fu；pl-zj",
            "纬度",
            "30.752",
            "经度",
            "120.750",
            "坐标依据",
            "GeoNames"),
        cells("place_names.csv", "地点", "pl-jiaxing", "名称", "秀水县", "类别", "曾用名", "时间", "1430/1912"),
        cells("place_relations.csv", "地点", "pl-jiaxing", "关系", "隶于", "对象", "pl-fu", "时间", "/1912"));
    assertSameCells(
        AuthorityTables.SCHEMES, cells("schemes.csv", "键", "craft", "名称", "工艺", "说明", "按工艺分"));
    assertSameCells(
        AuthorityTables.THEMES,
        cells(
            "themes.csv",
            "键",
            "l-a",
            "体系",
            "local",
            "名称",
            "某精神",
            "繁体",
            "某精神",
            "其他名称",
            "en:Spirit；zh:另称",
            "上位",
            "l-b；l-c",
            "相关",
            "jiandang",
            "近似",
            "suqu",
            "提出时间",
            "二十世纪五十年代"));
  }

  @Test
  void wordsOfACatalogueBecomeRelationsOfTheStandard() {
    Agent person =
        person("关系", "胞弟:shenzemin；社长:xiling；校长:jing；成员:机构:wenyan；保释:wu；内弟:kong；就读:fudan");
    assertEquals(
        List.of(
            RelationKind.SIBLING,
            RelationKind.POSITION,
            RelationKind.TEACHER,
            RelationKind.ASSOCIATE,
            RelationKind.KIN,
            RelationKind.STUDIED_AT,
            RelationKind.MEMBER),
        person.relations().stream().map(relation -> relation.kind()).toList());
  }

  @Test
  void aWordThatNobodyForesawIsKeptAsTheDesignationOfAName() {
    Name name = person("异名", "婴名:阿毛").names().get(0);
    assertEquals(NameKind.OTHER, name.kind());
    assertEquals(Optional.of("婴名"), name.designation());
  }

  @Test
  void aStatementCitesAPublicationARecordOrAPartOfAPage() {
    Candidate read =
        RoundTrip.read(
            AgentTables.PERSONS,
            List.of(
                cells("persons.csv", "键", "a", "姓名", "甲"),
                cells(
                    "person_names.csv",
                    "人物",
                    "a",
                    "名称",
                    "乙",
                    "类别",
                    "字",
                    "依据",
                    "s1；件:r1；图:r1-1@1,2,3,4")));
    assertEquals(
        List.of(
            Citation.of(new EntityIri(EntityType.RECORD, "r1")),
            Citation.of(new EntityIri(EntityType.SOURCE, "s1")),
            new Citation(
                new EntityIri(EntityType.IMAGE, "r1-1"),
                Optional.of(Region.parse("1,2,3,4")),
                Optional.empty())),
        Agent.of(read.describe().orElseThrow()).names().get(0).grounds().citations());
  }

  @ParameterizedTest
  @CsvSource({
    "类别,绰号",
    "可信度,大概",
    "依据,图:r1-1@90；20；30；40",
    "依据,件:r1@1；2；3；4",
    "依据,@",
    "时间,1921-02-30"
  })
  void aNameWithACellThatCannotBeReadIsReported(String column, String value) {
    Map<String, String> values = new TreeMap<>(Map.of("人物", "a", "名称", "乙", "类别", "字"));
    values.put(column, value.replace('；', ','));
    Candidate read =
        RoundTrip.read(
            AgentTables.PERSONS,
            List.of(
                cells("persons.csv", "键", "a", "姓名", "甲"), new Cells("person_names.csv", values)));
    assertEquals(List.of(column), columns(read));
  }

  @ParameterizedTest
  @CsvSource({"关系,亲密,b", "对象,配偶,a", "对象,配偶,B B"})
  void aRelationThatCannotBeIsReported(String column, String kind, String other) {
    Candidate read =
        RoundTrip.read(
            AgentTables.PERSONS,
            List.of(
                cells("persons.csv", "键", "a", "姓名", "甲"),
                cells("person_relations.csv", "人物", "a", "关系", kind, "对象", other)));
    assertEquals(List.of(column), columns(read));
  }

  @ParameterizedTest
  @CsvSource({
    "91,120,GeoNames,纬度",
    "90.0001,120,GeoNames,纬度",
    "30,181,GeoNames,纬度",
    "120.7,30.7,GeoNames,纬度",
    "30.12345678,120,GeoNames,纬度",
    "30度,120,GeoNames,纬度",
    "30,,GeoNames,纬度",
    "30.1,120.1,高德地图拾取,坐标依据",
    "30.1,120.1,GCJ-02,坐标依据"
  })
  void coordinatesThatCannotBeAreReported(String north, String east, String basis, String column) {
    Candidate read =
        RoundTrip.read(
            AuthorityTables.PLACES,
            List.of(
                cells(
                    "places.csv",
                    "键",
                    "p",
                    "名称",
                    "某地",
                    "纬度",
                    north,
                    "经度",
                    east == null ? "" : east,
                    "坐标依据",
                    basis)));
    assertEquals(List.of(column), columns(read));
  }

  @ParameterizedTest
  @CsvSource({"1850/1890,1", "1982,1", "1896/1990,0", "1921,0"})
  void warnsOfANameThatWasInUseOutsideOfTheLife(String use, int warnings) {
    Candidate read =
        RoundTrip.read(
            AgentTables.PERSONS,
            List.of(
                cells("persons.csv", "键", "a", "姓名", "甲", "生年", "1896-07-04", "卒年", "1981"),
                cells("person_names.csv", "人物", "a", "名称", "乙", "类别", "笔名", "时间", use)));
    assertEquals(warnings, RoundTrip.problems(read).size());
    assertTrue(read.describe().isPresent());
  }

  @Test
  void saysWhenLatitudeAndLongitudeAreSwapped() {
    Candidate read =
        RoundTrip.read(
            AuthorityTables.PLACES,
            List.of(cells("places.csv", "键", "p", "名称", "嘉兴", "纬度", "80.75", "经度", "30.75")));
    assertTrue(RoundTrip.problems(read).get(0).reason().zh().contains("填反"));
  }

  @ParameterizedTest
  @CsvSource({
    "jiandang,official,2,建党精神,",
    "jiandang,official,1,建党的精神,",
    "l-new,official,47,某某精神,",
    "l-new,local,,井冈山精神,",
    "l-new,local,,某某精神,jiandang",
    "l-new,local,,某某精神,l-new"
  })
  void thePublishedListStaysAsItWasPublished(
      String key, String scheme, String number, String name, String broader) {
    Candidate read =
        RoundTrip.read(
            AuthorityTables.THEMES,
            List.of(
                cells(
                    "themes.csv",
                    "键",
                    key,
                    "体系",
                    scheme,
                    "序号",
                    number == null ? "" : number,
                    "名称",
                    name,
                    "上位",
                    broader == null ? "" : broader)));
    assertTrue(read.describe().isEmpty());
    assertEquals(1, RoundTrip.problems(read).size());
  }

  private static Agent person(String column, String value) {
    Candidate read =
        RoundTrip.read(
            AgentTables.PERSONS,
            List.of(cells("persons.csv", "键", "maodun", "姓名", "茅盾", column, value)));
    assertEquals(List.of(), RoundTrip.problems(read));
    return Agent.of(read.describe().orElseThrow());
  }

  private static void assertSameCells(Table table, Cells... cells) {
    List<Cells> written = List.of(cells);
    Candidate read = RoundTrip.read(table, written);
    assertEquals(List.of(), RoundTrip.problems(read));
    EntityGraph graph = read.describe().orElseThrow();
    assertEquals(sorted(written), sorted(table.writer().write(graph)));
  }

  private static List<String> sorted(List<Cells> cells) {
    return cells.stream().map(c -> c.file() + new TreeMap<>(c.values())).toList();
  }

  private static List<String> columns(Candidate read) {
    return RoundTrip.problems(read).stream().map(Problem::column).toList();
  }

  private static Cells cells(String file, String... pairs) {
    Map<String, String> values = new TreeMap<>();
    List<String> list = new ArrayList<>(Stream.of(pairs).toList());
    for (int i = 0; i < list.size(); i += 2) {
      values.put(list.get(i), list.get(i + 1));
    }
    return new Cells(file, values);
  }
}
