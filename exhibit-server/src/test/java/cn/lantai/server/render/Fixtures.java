package cn.lantai.server.render;

import cn.lantai.review.Stand;
import cn.lantai.search.Facet;
import cn.lantai.search.Publication;
import cn.lantai.server.site.view.ArchiveLevelView;
import cn.lantai.server.site.view.ArchivesView;
import cn.lantai.server.site.view.Block;
import cn.lantai.server.site.view.Card;
import cn.lantai.server.site.view.Certainty;
import cn.lantai.server.site.view.Claim;
import cn.lantai.server.site.view.CollectionView;
import cn.lantai.server.site.view.CompareBlock;
import cn.lantai.server.site.view.CompareView;
import cn.lantai.server.site.view.CompilationView;
import cn.lantai.server.site.view.Cover;
import cn.lantai.server.site.view.EntityLinks;
import cn.lantai.server.site.view.EntryView;
import cn.lantai.server.site.view.ErrorView;
import cn.lantai.server.site.view.ExhibitBlock;
import cn.lantai.server.site.view.ExhibitionView;
import cn.lantai.server.site.view.ExportsView;
import cn.lantai.server.site.view.Field;
import cn.lantai.server.site.view.FieldGroup;
import cn.lantai.server.site.view.Footing;
import cn.lantai.server.site.view.GalleryBlock;
import cn.lantai.server.site.view.Guide;
import cn.lantai.server.site.view.HolderCard;
import cn.lantai.server.site.view.HomeView;
import cn.lantai.server.site.view.Image;
import cn.lantai.server.site.view.ImageAccessView;
import cn.lantai.server.site.view.ImportCard;
import cn.lantai.server.site.view.ImportView;
import cn.lantai.server.site.view.ImportsView;
import cn.lantai.server.site.view.JobPhase;
import cn.lantai.server.site.view.Kind;
import cn.lantai.server.site.view.LevelRow;
import cn.lantai.server.site.view.LifeEvent;
import cn.lantai.server.site.view.Link;
import cn.lantai.server.site.view.LoanView;
import cn.lantai.server.site.view.MapBlock;
import cn.lantai.server.site.view.MapSketch;
import cn.lantai.server.site.view.Mark;
import cn.lantai.server.site.view.NameLine;
import cn.lantai.server.site.view.Nature;
import cn.lantai.server.site.view.Note;
import cn.lantai.server.site.view.NoticesView;
import cn.lantai.server.site.view.OwnTasksView;
import cn.lantai.server.site.view.PageView;
import cn.lantai.server.site.view.Pager;
import cn.lantai.server.site.view.Passage;
import cn.lantai.server.site.view.PeopleView;
import cn.lantai.server.site.view.PersonBlock;
import cn.lantai.server.site.view.PersonCard;
import cn.lantai.server.site.view.PersonProfile;
import cn.lantai.server.site.view.PersonView;
import cn.lantai.server.site.view.QuestionBlock;
import cn.lantai.server.site.view.QuoteBlock;
import cn.lantai.server.site.view.RecordCard;
import cn.lantai.server.site.view.RecordView;
import cn.lantai.server.site.view.Region;
import cn.lantai.server.site.view.RelationLine;
import cn.lantai.server.site.view.SchemeView;
import cn.lantai.server.site.view.SearchView;
import cn.lantai.server.site.view.Section;
import cn.lantai.server.site.view.SelectionHead;
import cn.lantai.server.site.view.SelectionsView;
import cn.lantai.server.site.view.SignInCodeView;
import cn.lantai.server.site.view.SignInView;
import cn.lantai.server.site.view.SparqlView;
import cn.lantai.server.site.view.Standing;
import cn.lantai.server.site.view.StateView;
import cn.lantai.server.site.view.StudyView;
import cn.lantai.server.site.view.Text;
import cn.lantai.server.site.view.TextBlock;
import cn.lantai.server.site.view.ThemeItem;
import cn.lantai.server.site.view.ThemeView;
import cn.lantai.server.site.view.ThemesView;
import cn.lantai.server.site.view.ThingView;
import cn.lantai.server.site.view.TimelineBlock;
import cn.lantai.server.site.view.Transcript;
import cn.lantai.server.site.view.TranscriptBlock;
import cn.lantai.server.site.view.ZoomBlock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Views of every page with the texts of real holdings: long titles, gaps, many items, none. */
final class Fixtures {

  /** Where things are shown to somebody before they are public. */
  private static final String PREVIEW = "/preview/";

  private final Language language;

  Fixtures(Language language) {
    this.language = language;
  }

  /** Every page by the address at which the preview shows it. */
  Map<String, PageView> pages() {
    Map<String, PageView> pages = new LinkedHashMap<>();
    pages.put("/", home());
    pages.put("/?empty", emptyHome());
    pages.put("/exhibitions", exhibitions());
    pages.put("/exhibitions/chishui", exhibition());
    pages.put("/exhibitions/xuanyan", sheetExhibition());
    pages.put("/people", people());
    pages.put("/search?q=found", search(false));
    pages.put("/search?q=plates", search(true));
    pages.put("/search?q=nothing", searchWithoutResult());
    pages.put("/search?q=refused", searchRefused());
    pages.put("/people/maodun", collection());
    pages.put("/people/wanghuiwu", person());
    pages.put("/people/unknown", barePerson());
    pages.put("/compilations", compilations());
    pages.put("/compilations/wenxuan", compilation());
    pages.put("/study", studies());
    pages.put("/study/dukou", study());
    pages.put("/archives", archives());
    pages.put("/archives/tongxiang-maodun", level());
    pages.put("/archives/empty", emptyLevel());
    pages.put("/records/r005", record(RecordView.Opening.at(0)));
    pages.put("/records/r005?page=2", record(RecordView.Opening.at(1)));
    pages.put(
        "/records/r005?region=10,20,30,15",
        record(new RecordView.Opening(0, Optional.of(new Region(10, 20, 30, 15)), false)));
    pages.put(
        "/records/r005?region=everything",
        record(new RecordView.Opening(0, Optional.empty(), true)));
    pages.put("/records/r005?page=3", record(RecordView.Opening.at(2)));
    pages.put("/records/r099", bareRecord());
    pages.put("/compare", new CompareView(List.of(), "", List.of(), List.of(), false));
    pages.put("/compare?r=r005&r=r008", comparison());
    pages.put("/things/place/taipingdu", place());
    pages.put("/things/loan/m31", loan());
    pages.put("/themes", themes());
    pages.put("/themes?empty", new ThemesView(List.of(), List.of()));
    pages.put("/things/scheme/local", scheme());
    pages.put("/things/scheme/new", emptyScheme());
    pages.put("/things/theme/hongchuan", theme());
    pages.put("/things/theme/bare", bareTheme());
    pages.put(
        "/signin/code",
        new SignInCodeView("token", "/workbench", Optional.of(SignInView.Problem.REFUSED)));
    pages.putAll(AccountFixture.pages());
    pages.putAll(AuditFixture.pages());
    pages.put(
        "/signin",
        new SignInView("token", "", Optional.empty(), Optional.of("市档案局"), Optional.empty()));
    pages.put(
        "/signin?again",
        new SignInView(
            "token",
            "admin",
            Optional.of("/workbench"),
            Optional.empty(),
            Optional.of(SignInView.Problem.REFUSED)));
    pages.put(
        "/iiif/auth/access",
        new ImageAccessView(ImageAccessView.Outcome.GRANTED, Optional.empty()));
    pages.put(
        "/iiif/auth/token",
        new ImageAccessView(
            ImageAccessView.Outcome.REFUSED,
            Optional.of(new ImageAccessView.Message("{\"a\": \"'\"}", "https://a.example"))));
    pages.put("/workbench", state(Optional.of(guide(1))));
    pages.put("/workbench?closed", state(Optional.empty()));
    pages.put("/workbench?complete", state(Optional.of(guide(5))));
    pages.put("/workbench/imports", imports());
    pages.put("/workbench/entries/person/maodun", EntryFixture.view());
    pages.put("/workbench/entries/recording/lz-tone", EntryFixture.recording());
    pages.put("/workbench/entries/set", EntryFixture.blank(List.of()));
    pages.put(
        "/workbench/entries/set?template=2",
        EntryFixture.blank(
            List.of(
                new EntryView.Template(1, "民国县政府全宗", "全宗", false),
                new EntryView.Template(2, "土改案卷", "案卷", true))));
    pages.put("/workbench/reviews?show=waiting", ReviewFixture.list());
    pages.put("/workbench/reviews?show=mine", ReviewFixture.empty("mine"));
    pages.put("/workbench/reviews?show=all", ReviewFixture.empty("all"));
    pages.put("/workbench/reviews", ReviewFixture.empty("waiting"));
    pages.put("/workbench/previews/record/r005", ReviewFixture.links());
    pages.put("/workbench/previews/record/r006", ReviewFixture.noLinks());
    pages.put(PREVIEW + "record", record(RecordView.Opening.at(0)));
    pages.put(PREVIEW + "exhibition", pages.get("/exhibitions/chishui"));
    pages.put("/workbench/notices", ReviewFixture.notices());
    pages.put("/workbench/notices?empty", new NoticesView(List.of()));
    for (Stand stand : Stand.values()) {
      pages.put("/workbench/reviews/" + stand.ordinal(), ReviewFixture.view(stand));
    }
    pages.put("/workbench/selections/exhibition/chishui", BuilderFixture.view());
    pages.put("/workbench/selections/exhibition/chishui/tasks", TaskFixture.view());
    pages.put("/workbench/selections/exhibition/chishui/tasks?show=late", TaskFixture.none());
    pages.put("/workbench/selections/exhibition/begun/tasks", TaskFixture.begun());
    pages.put("/workbench/tasks", TaskFixture.own());
    pages.put("/workbench/tasks?none", new OwnTasksView(List.of()));
    pages.put("/workbench/selections?type=exhibition", BuilderFixture.list());
    pages.put("/workbench/selections", BuilderFixture.emptyList());
    pages.put("/workbench/selections/exhibition/chishui/versions", BuilderFixture.versions());
    pages.put("/workbench/imports/3", runningImport());
    pages.put("/workbench/exports", exports());
    pages.putAll(BulkFixture.pages());
    pages.putAll(OpeningFixture.pages());
    pages.put("/workbench/imports/4", triedImport());
    MappingFixture mapping = new MappingFixture(language);
    pages.put("/workbench/imports/4/columns", mapping.filled());
    pages.put("/workbench/imports/5/columns", mapping.empty());
    pages.put("/sparql", sparql());
    pages.put("/sparql?fault", sparqlFault());
    pages.put("/sparql?graph", sparqlGraph());
    for (ErrorView.Status status : ErrorView.Status.values()) {
      pages.put("/error/" + status.code(), error(status));
    }
    pages.put("/error/409", conflict());
    return pages;
  }

  /** The same context, where the page stands for one that is not public yet. */
  static PageContext inPlace(PageContext context) {
    return context.path().startsWith(PREVIEW)
        ? context.as(new PageContext.Preview(Instant.EPOCH))
        : context;
  }

  private Text t(String zh, String en) {
    return language == Language.ZH ? Text.title("zh-Hans", zh) : Text.title("en", en);
  }

  private static Text zh(String text) {
    return Text.title("zh-Hans", text);
  }

  /** What a curator wrote, with marks. */
  private List<Passage> prose(String zh, String en) {
    return Passage.read(t(zh, en));
  }

  private static List<Passage> prose(String zh) {
    return Passage.read(Text.zh(zh));
  }

  private Image image(String key, int width, int height, String alt) {
    return Image.of("/iiif/3/" + key, width, height, zh(alt), true);
  }

  private Image letter() {
    return image("letter-1", 1200, 1640, "红格八行笺，毛笔竖写八行");
  }

  private Image envelope() {
    return image("envelope", 760, 1480, "红框中式信封，右上贴邮票");
  }

  private Image book() {
    return image("manifesto", 900, 1260, "旧书封面，赭红印刷，中央一本打开的书");
  }

  private Cover gorge() {
    return Cover.scene(image("hero-gorge", 2200, 1320, "套色木刻：月夜峡谷，一队人举火把走过浮桥"));
  }

  private Cover island() {
    return Cover.scene(image("wood-dachen", 1560, 1040, "木刻：海岛山坡上，垦荒队员扛锄列队，岸边一面红旗"));
  }

  private Cover village() {
    return Cover.scene(image("wood-village", 1560, 1040, "木刻：群山下的村落，屋脊间一面红旗"));
  }

  private EntityLinks links(String path) {
    return new EntityLinks(
        "http://127.0.0.1:8080/id/" + path, "/data/" + path, false, Optional.<String>empty());
  }

  private Card card(Kind kind, String href, Text title, Text summary, Cover cover, Text... facts) {
    return new Card(
        kind,
        href,
        title,
        Optional.empty(),
        Optional.of(summary),
        Optional.ofNullable(cover),
        List.of(facts),
        false);
  }

  private Card chishui() {
    return new Card(
        Kind.EXHIBITION,
        "/exhibitions/chishui",
        t("一九三五|赤水河两岸", "1935:| both banks of the Chishui"),
        Optional.of(t("泸州档案里的|四渡赤水", "Crossing the Chishui four times")),
        Optional.of(
            t(
                "从渡口看那七十天：借据、急电、家信与歌谣，怎样记下一支队伍四次过河。",
                "Seventy days seen from the ferries: how slips, telegrams, letters and songs kept"
                    + " the memory of four crossings.")),
        Optional.of(gorge()),
        List.of(t("四节", "4 sections"), t("档案 14 件", "14 records"), t("泸州市档案馆", "Luzhou Archives")),
        false);
  }

  private Card dachen() {
    return card(
        Kind.EXHIBITION,
        "/exhibitions/dachen",
        t("四百六十七人：|大陈岛|垦荒档案展", "Four hundred and sixty-seven:| reclaiming Dachen Island"),
        t(
            "1956 年起，青年志愿垦荒队分批登岛。报名表、家信与队旗，拼出一座岛重新有人烟的经过。",
            "From 1956 young volunteers came to the island in groups. Forms, letters and flags tell"
                + " how it was settled again."),
        island(),
        t("台州", "Taizhou"),
        t("1956—1960", "1956–1960"),
        t("档案 16 件", "16 records"));
  }

  private Card xuanyan() {
    return card(
        Kind.EXHIBITION,
        "/exhibitions/xuanyan",
        t(
            "一本书的来路：|《共产党宣言》|首个中文|全译本的|译、印、藏与传",
            "The way of a book:| the first full Chinese translation of the Communist Manifesto"),
        t(
            "1920 年 8 月初版，存世不多。从译者的书桌到县级档案馆的库房，看一本小书怎样被藏起来，又怎样被认出来。",
            "Printed in August 1920, few copies are left. From the translator's desk to a county"
                + " archive."),
        null,
        t("上虞", "Shangyu"),
        t("档案 13 件", "13 records"));
  }

  private Card mountain() {
    return card(
        Kind.EXHIBITION,
        "/exhibitions/village",
        t("梅树底：|一座山村|纪念馆的来历", "Meishudi:| how a village made its museum"),
        t("校对、走访、翻检县档，一村一馆是怎样建成的。", "Visits, proofs and county files."),
        village(),
        t("衢州", "Quzhou"));
  }

  private Card qiaopi() {
    return card(
        Kind.EXHIBITION,
        "/exhibitions/qiaopi",
        t("侨批里的家与国", "Home and country in letters from overseas"),
        t("银与信同封，先报平安，再议国事。", "Silver and words in one cover."),
        Cover.sheet(image("qiaopi", 1000, 1420, "侨批封：中间一道红条")),
        t("漳州", "Zhangzhou"),
        t("1900—1949", "1900–1949"));
  }

  private RecordCard record(
      String key, Text title, String code, Image image, boolean example, Text... facts) {
    return new RecordCard(
        "/records/" + key,
        title,
        code,
        List.of(facts),
        Optional.of(t("说明平台用法的一件。", "A record that shows how the platform is used.")),
        Optional.ofNullable(image),
        example);
  }

  private RecordCard letterRecord() {
    return record(
        "r005",
        t(
            "渡口小学教员为报告返乡途中雨雪、学堂停课、夜间借门板搭桥次日逐户送还并拟重开夜校等事致父亲信",
            "Letter of a village teacher to her father on the journey home, the closed school and"
                + " the doors borrowed for a bridge"),
        "LZ-SL-002-0023",
        letter(),
        true,
        t("1935 年 2 月 23 日", "23 February 1935"),
        t("书信，2 页，附信封", "Letter, 2 pages with cover"));
  }

  private RecordCard telegram() {
    return record(
        "r010",
        t(
            "县政府关于太平、二郎等渡山洪陡发、船只系缆停驶、盐运中断并请饬下游各渡一体知照事致省政府急电",
            "Telegram of the county on the flood at the ferries"),
        "LZ-SL-004-0118",
        image("telegram", 1560, 1080, "电报纸：绿色表格，每格上写四码、下写译字"),
        true,
        t("1935 年 3 月 20 日", "20 March 1935"),
        t("电报", "Telegram"));
  }

  private RecordCard receipt() {
    return record(
        "r007",
        t("借门板、条凳字据", "Slip for borrowed doors and benches"),
        "LZ-SL-001-0007",
        image("receipt", 1160, 1360, "黄褐色草纸借条，左下红色指印"),
        true,
        t("1935 年 2 月 18 日夜", "Night of 18 February 1935"),
        t("草纸墨笔，指印", "Ink on straw paper, fingerprint"));
  }

  private RecordCard map() {
    return record(
        "r002",
        t("赤水河两渡形势草图", "Sketch of two ferries on the Chishui"),
        "LZ-SL-001-0002",
        image("sketchmap", 1680, 1180, "毛笔手绘地图：赤水河自左上流向右下，朱笔虚线指示路径"),
        true,
        t("1935 年 1 月", "January 1935"));
  }

  private RecordCard manifesto() {
    return record(
        "r001",
        t("《共产党宣言》|首个中文|全译本", "First full Chinese translation of the Communist Manifesto"),
        "SY-GM-0001",
        book(),
        false,
        t("1920 年 8 月", "August 1920"),
        t("图书，1 册 56 页", "Book, 56 pages"));
  }

  private RecordCard unreadable() {
    return new RecordCard(
        "/records/r031",
        t("登记表（图像损坏）", "Register with a broken image"),
        "LZ-SL-003-0011",
        List.of(t("1957 年", "1957")),
        Optional.empty(),
        Optional.of(Image.unreadable(zh("红色表格"))),
        true);
  }

  private RecordCard imageless() {
    return new RecordCard(
        "/records/r032",
        t("口述记录，无图像", "Oral account without images"),
        "LZ-SL-003-0012",
        List.of(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private List<Link> sources() {
    return List.of(
        Link.to(t("《泸州档案篇章》", "Luzhou archives"), "/things/source/a3"),
        Link.unlinked(t("一般知识", "General knowledge")));
  }

  private HomeView home() {
    List<PersonCard> people = persons();
    return new HomeView(
        Optional.of(chishui()),
        List.of(dachen(), withSheet(xuanyan()), qiaopi(), xuanyan(), mountain()),
        Optional.of(
            new HomeView.OnThisDay(
                t("二月|廿三", "23|February"),
                t("1935 年　星期六", "Saturday, 1935"),
                letterRecord(),
                Optional.of(
                    Transcript.of(
                        List.of("女擬俟天晴再開學堂", "先教識字每晚來者", "仍有十七八人皆船家", "與鹽號子弟筆墨缺少", "以竹枝畫沙代之"),
                        "zh-Hant",
                        true)),
                Optional.of(
                    t("没有纸笔，就在河沙上写字。", "Without paper or brush they wrote in the river sand.")))),
        people.subList(0, 2),
        people.subList(2, people.size()),
        List.of(
            card(
                Kind.COMPILATION,
                "/compilations/wenxuan",
                t("四渡赤水|泸州文献选编", "Documents from Luzhou"),
                t("收文献十件。", "Ten documents."),
                null,
                t("1934—1936", "1934–1936")),
            card(
                Kind.COMPILATION,
                "/compilations/qiaopi",
                t("漳州侨批与|爱国华侨|档案选编", "Letters from overseas"),
                t("收侨批十二封。", "Twelve letters."),
                null,
                t("漳州", "Zhangzhou"))),
        List.of(
            card(
                Kind.STUDY,
                "/study/dukou",
                t("渡口一日：|用六件档案|读一次渡河", "A day at the ferry:| one crossing in six records"),
                t("两课时。", "Two lessons."),
                gorge(),
                t("初中、高中", "Secondary school"),
                t("档案 6 件", "6 records"))),
        holders(),
        new HomeView.Totals(6, 1846, 2, 1, 6, 64, 1208));
  }

  private Card withSheet(Card card) {
    return new Card(
        card.kind(),
        card.href(),
        card.title(),
        card.subtitle(),
        card.summary(),
        Optional.of(Cover.sheet(book())),
        card.facts(),
        card.example());
  }

  private HomeView emptyHome() {
    return new HomeView(
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new HomeView.Totals(0, 0, 0, 0, 0, 0, 0));
  }

  private PersonCard person(String key, String name, String en, String life, Image portrait) {
    return new PersonCard(
        "/people/" + key,
        t(name, en),
        en.substring(0, 1),
        Optional.of(zh(life)),
        List.of(t("作家", "writer"), t("编辑", "editor")),
        Optional.ofNullable(portrait));
  }

  private List<PersonCard> persons() {
    return List.of(
        person(
            "chenwangdao",
            "陈望道",
            "Chen Wangdao",
            "1891—1977",
            image("portrait-1", 900, 1160, "木刻像：长衫男子")),
        person(
            "wuchangshuo",
            "吴昌硕",
            "Wu Changshuo",
            "1844—1927",
            image("portrait-2", 900, 1160, "木刻像：蓄须老者")),
        person("fengzikai", "丰子恺", "Feng Zikai", "1898—1975", null),
        person("guowenchang", "谷文昌", "Gu Wenchang", "1915—1981", null),
        person("maodun", "茅盾", "Mao Dun", "1896—1981", null),
        person("shenzemin", "沈泽民", "Shen Zemin", "1900—1933", null),
        person("wanghuiwu", "王会悟", "Wang Huiwu", "1898—1993", null),
        person("yetiandi", "叶天底", "Ye Tiandi", "1898—1928", null),
        person("zhude", "朱德", "Zhu De", "1886—1976", null),
        new PersonCard(
            "/people/nobody", zh("佚名"), "#", Optional.empty(), List.of(), Optional.empty()));
  }

  private List<HolderCard> holders() {
    List<LevelRow> fonds =
        List.of(
            new LevelRow(
                "/archives/tongxiang-maodun",
                "TX-MD",
                t("茅盾档案", "Papers of Mao Dun"),
                Optional.of(zh("1913—1981")),
                18,
                Nature.REAL),
            new LevelRow(
                "/archives/tongxiang-whw",
                "TX-WHW",
                t("王会悟档案资料汇集", "Papers of Wang Huiwu"),
                Optional.empty(),
                6,
                Nature.ASSIGNED),
            new LevelRow(
                "/archives/tongxiang-ex",
                "TX-EX",
                t("乌镇青年社团文书", "Papers of a youth society"),
                Optional.of(zh("1919—1921")),
                3,
                Nature.EXAMPLE));
    return List.of(
        new HolderCard(
            "/archives/txda",
            t("桐乡市档案馆", "Tongxiang Archives"),
            Optional.of(t("浙江桐乡", "Tongxiang, Zhejiang")),
            3,
            27,
            fonds),
        new HolderCard(
            "/archives/syda",
            t("绍兴市上虞区档案馆", "Shangyu Archives"),
            Optional.empty(),
            1,
            9,
            fonds.subList(0, 1)),
        new HolderCard(
            "/archives/lzda",
            t("泸州市档案馆", "Luzhou Archives"),
            Optional.of(t("四川泸州", "Luzhou, Sichuan")),
            2,
            28,
            List.of()));
  }

  private SelectionsView exhibitions() {
    return new SelectionsView(
        Kind.EXHIBITION,
        List.of(chishui(), dachen(), withSheet(xuanyan()), qiaopi(), mountain(), xuanyan()),
        new Pager("/exhibitions", 2, 9, 102));
  }

  private SelectionsView compilations() {
    return new SelectionsView(
        Kind.COMPILATION, home().compilations(), Pager.single("/compilations", 2));
  }

  private SelectionsView studies() {
    List<Card> items = new ArrayList<>(home().studies());
    items.add(Card.of(Kind.STUDY, "/study/plain", t("写一封家信", "Writing a letter home")));
    return new SelectionsView(Kind.STUDY, items, Pager.single("/study", 2));
  }

  private PeopleView people() {
    return new PeopleView(
        List.of(
            card(
                Kind.COLLECTION,
                "/people/maodun",
                t("茅盾：|从乌镇到文坛", "Mao Dun:| from Wuzhen to the world of letters"),
                t("手稿、书信与家乡。", "Manuscripts, letters, home."),
                Cover.sheet(image("notebook", 1560, 1100, "打开的横线笔记本")),
                t("桐乡市档案馆", "Tongxiang Archives")),
            card(
                Kind.COLLECTION,
                "/people/chenwangdao",
                t("陈望道", "Chen Wangdao"),
                t("译者、教师、校长。", "Translator, teacher, president."),
                Cover.sheet(image("portrait-1", 900, 1160, "木刻像")),
                t("上虞", "Shangyu"))),
        persons(),
        new Pager("/people", 1, 2, 14));
  }

  private SelectionHead head(Text title, Text subtitle, Cover cover, int records) {
    return new SelectionHead(
        title,
        Optional.of(subtitle),
        List.of(Link.to(t("泸州市档案馆", "Luzhou Archives"), "/archives/lzda")),
        prose(
            "这个展览换一个位置：**站在渡口上看**。过河的人走了，渡口还在。",
            "This exhibition takes another place to stand: **the ferry**."),
        Optional.ofNullable(cover),
        List.of(
            t("录文依原件行款，繁体照录，不加标点。", "Transcripts keep the lines of the original."),
            t("残缺字以□表示。", "□ stands for a lost character.")),
        Optional.of(t("文字以 CC BY 4.0 发布", "Texts under CC BY 4.0")),
        records,
        Optional.of(t("展期 2026年12月1日—2027年2月28日", "1 December 2026 – 28 February 2027")),
        links("exhibition/chishui"));
  }

  private TextBlock text(String zh, String en) {
    return new TextBlock(Optional.empty(), prose(zh, en), sources());
  }

  private ExhibitBlock exhibit(RecordCard record, ExhibitBlock.Layout layout) {
    return new ExhibitBlock(
        record,
        Optional.empty(),
        layout,
        Optional.empty(),
        prose(
            "图上只记三样东西：\n- **河弯**\n- 船数\n- [系缆的石头](/records/r004)\n朱线墨色较新，应是*后来*添上的。",
            "It notes three things:\n- **bends**\n- boats\n- [the stones](/records/r004) to tie them to"),
        List.of());
  }

  private TimelineBlock.Entry entry(String date, String iso, String text, boolean key) {
    return new TimelineBlock.Entry(
        zh(date),
        Optional.of(iso),
        Optional.of(LocalDate.parse(iso)),
        key ? Optional.of(zh("过河")) : Optional.empty(),
        prose(text),
        key);
  }

  private MapBlock.Stop stop(String place, double lon, double lat, String date, String text) {
    return new MapBlock.Stop(
        Link.to(zh(place), "/things/place/x"),
        lon,
        lat,
        Optional.of(zh(date)),
        Optional.empty(),
        prose(text));
  }

  private List<Section> chishuiSections() {
    List<Block> first =
        List.of(
            exhibit(map(), ExhibitBlock.Layout.NORMAL),
            exhibit(unreadable(), ExhibitBlock.Layout.FLIP),
            exhibit(imageless(), ExhibitBlock.Layout.NORMAL),
            new TimelineBlock(
                Optional.of(t("七十一天", "Seventy-one days")),
                List.of(
                    entry("一月十九日", "1935-01-19", "中央红军由遵义地区分路北上。", false),
                    entry("一月廿八日", "1935-01-28", "土城青杠坡激战竟日。", false),
                    entry("一月廿九日", "1935-01-29", "自土城、元厚等处西渡赤水河。", true),
                    entry("二月十八日", "1935-02-18", "经太平渡、二郎滩东返黔北，二十一日渡毕。", true),
                    entry("二月廿八日", "1935-02-28", "再占遵义。", false),
                    entry("三月十六日", "1935-03-16", "在茅台及其附近西渡，再入川南。", true),
                    entry("三月廿一日", "1935-03-21", "当夜起东渡，次日渡毕。", true)),
                sources()));
    List<Block> second =
        List.of(
            new ZoomBlock(
                Optional.of(t("细读一封家信", "Reading a letter closely")),
                letterRecord(),
                letter(),
                List.of(
                    new ZoomBlock.Step(
                        Optional.empty(),
                        Optional.of(t("全信", "The whole letter")),
                        prose("八行笺，红格，每行十七八字。", "Eight columns between red lines.")),
                    new ZoomBlock.Step(
                        Optional.of(Region.parse("48,12,20,76")),
                        Optional.of(zh("十八日夜河邊燈火徹夜不絕")),
                        prose("这里的“十八日”用的是公历。", "The eighteenth is by the Western calendar.")),
                    new ZoomBlock.Step(
                        Optional.of(Region.parse("28,12,18,40")),
                        Optional.of(zh("門板被借去搭橋次日逐戶送還")),
                        prose("“借”字下笔很重。", "The brush pressed hard."))),
                sources()),
            exhibit(receipt(), ExhibitBlock.Layout.NORMAL),
            new QuoteBlock(
                prose("雄关漫道真如铁，\n而今迈步从头越。"),
                Optional.of(zh("毛泽东《忆秦娥·娄山关》，一九三五年二月")),
                List.of(Link.unlinked(zh("《诗刊》一九五七年一月创刊号")))),
            new GalleryBlock(
                Optional.of(t("同一个渡口，六种纸", "One ferry, six kinds of paper")),
                List.of(
                    new GalleryBlock.Item(
                        letterRecord(),
                        Optional.of(envelope()),
                        caption("贴**邮票**，[代办所](/places/x)戳", "Stamped at the **agency**")),
                    item("photo-ferry", 1480, 1020),
                    item("leaflet", 1200, 1640),
                    item("photo-school", 1480, 1020),
                    new GalleryBlock.Item(unreadable(), Optional.empty(), Optional.empty()),
                    item("notebook", 1560, 1100),
                    item("lantern", 1000, 1320))));
    List<Block> third =
        List.of(
            exhibit(telegram(), ExhibitBlock.Layout.WIDE),
            new MapBlock(
                Optional.of(t("四次过河", "Four crossings")),
                List.of(
                    stop("遵义", 106.93, 27.73, "一月十九日", "分路北上"),
                    stop("土城", 106.17, 28.28, "一月廿九日", "一渡"),
                    stop("扎西", 105.05, 27.85, "二月", "集结整编"),
                    stop("太平渡", 106.16, 28.10, "二月十八日", "二渡"),
                    stop("二郎滩", 106.18, 28.13, "二月十九日", "二渡"),
                    stop("茅台", 106.38, 27.86, "三月十六日", "三渡"),
                    stop("太平渡", 106.16, 28.10, "三月廿一日", "四渡")),
                true,
                sources()));
    List<Block> fourth =
        List.of(
            new CompareBlock(
                Optional.of(t("草稿与寄出的信", "Draft and letter")),
                List.of(
                    new CompareBlock.Side(
                        letterRecord(),
                        Optional.of(image("letter-draft", 1200, 1640, "草稿：草纸，有涂改")),
                        Optional.of(t("草稿", "Draft")),
                        prose("草纸，有涂改", "Straw paper")),
                    new CompareBlock.Side(
                        letterRecord(),
                        Optional.empty(),
                        Optional.of(t("寄出", "As sent")),
                        prose("八行笺", "Letter paper"))),
                prose("寄出时删去一个“人”字，不言借者。", "One character was left out."),
                sources(),
                "/compare?r=r004&r=r005"),
            new PersonBlock(
                persons().get(8),
                prose("1886 年生于四川仪陇，1916 年起驻防泸州。", "Born in 1886, stationed in Luzhou."),
                sources()),
            new PersonBlock(persons().get(0), List.of(), List.of()),
            SoundFixture.part(imageless(), t("和句", "The answer"), sources()),
            SoundFixture.film(letterRecord(), envelope()),
            new TextBlock(
                Optional.of(t("后来", "Later")),
                prose(
                    "档案不会自己说话。把来处写清，把出入写明，让后来的人还能再问一次，就是我们能做的事。\n> 原物俱在。\n另见[目录](https://archive.example/)。",
                    "Records do not speak by themselves.\n> They are there.\nSee the [catalogue](https://archive.example/)."),
                List.of()));
    return List.of(
        new Section(
            0,
            t("从岸上看", "From the bank"),
            Optional.empty(),
            List.of(),
            List.of(
                text(
                    "一九三五年一月十九日，中央红军自遵义地区分路北上，准备在泸州、宜宾之间渡过长江。此后七十余天，这支队伍在川、滇、黔交界的山岭间往返转进，四次渡过赤水河。",
                    "On 19 January 1935 the Central Red Army set out northward from Zunyi in"
                        + " several columns, to cross the Yangtze between Luzhou and Yibin."))),
        new Section(
            1,
            t("隆冬到岸", "Midwinter at the bank"),
            Optional.of(t("一月十九日至二十九日", "19 to 29 January")),
            prose("腊月里，先有生人来看渡口，问水深，问船有几只。", "Strangers came to look at the ferry."),
            first),
        new Section(
            2,
            t("元宵夜的浮桥", "The bridge of the lantern night"),
            Optional.of(t("二月十八日至二十一日", "18 to 21 February")),
            prose("五天以后的一封信，说起那一夜的灯火。", "A letter written five days later."),
            second),
        new Section(3, t("水涨停渡", "Flood"), Optional.empty(), List.of(), third),
        new Section(
            4,
            t("渡口的人", "The people of the ferry"),
            Optional.of(t("一九三五年以后", "After 1935")),
            List.of(),
            fourth));
  }

  private GalleryBlock.Item item(String key, int width, int height) {
    return new GalleryBlock.Item(
        record(key, t("渡口旧物", "From the ferry"), "LZ-SL-" + key, null, true),
        Optional.of(image(key, width, height, "展品图像")),
        caption("约 1936 年", "About 1936"));
  }

  private Optional<Passage> caption(String zh, String en) {
    return prose(zh, en).stream().findFirst();
  }

  private ExhibitionView exhibition() {
    return new ExhibitionView(
        head(
            t("一九三五|赤水河两岸", "1935:| both banks of the Chishui"),
            t("泸州档案里的|四渡赤水", "Crossing the Chishui four times"),
            gorge(),
            14),
        chishuiSections(),
        Optional.of(dachen()));
  }

  private ExhibitionView sheetExhibition() {
    return new ExhibitionView(
        head(xuanyan().title(), t("上虞馆藏与早期传播", "Holdings of Shangyu"), Cover.sheet(book()), 13),
        List.of(
            new Section(
                1,
                t("译", "Translated"),
                Optional.empty(),
                List.of(),
                List.of(
                    exhibit(manifesto(), ExhibitBlock.Layout.NORMAL),
                    new QuoteBlock(
                        prose(
                            "一段较长的引文，不宜竖排，因此横排；它说明一本小书怎样在几个人之间传递，又怎样在几十年后被认出来。",
                            "A longer quotation, which would not stand well in columns."),
                        Optional.empty(),
                        sources())))),
        Optional.of(withSheet(xuanyan())));
  }

  private PersonProfile profile(Optional<Image> portrait) {
    return new PersonProfile(
        t("茅盾", "Mao Dun"),
        Optional.of("Máo Dùn"),
        Optional.of(t("一八九六—一九八一", "1896–1981")),
        Optional.of(t("作家、文学评论家，浙江桐乡人", "Writer and critic, from Tongxiang in Zhejiang")),
        List.of(
            t(
                "本名沈德鸿，字雁冰。参与发起文学研究会，著有《子夜》等；一九四九年出任文化部首任部长。",
                "Born Shen Dehong. A founder of the Literary Association, author of Midnight, first"
                    + " Minister of Culture.")),
        portrait,
        List.of(
            new NameLine(
                zh("沈德鸿"),
                t("本名", "given name"),
                Optional.empty(),
                footing(Certainty.VERIFIED, new Mark(1, 2))),
            new NameLine(zh("雁冰"), t("字", "courtesy name"), Optional.empty(), Footing.NONE),
            new NameLine(
                zh("玄珠"),
                t("笔名", "pen name"),
                Optional.of(t("1922 年起", "from 1922")),
                Footing.of(List.of(new Mark(1, 3), new Mark(2, 1))))),
        List.of(
            new LifeEvent(
                zh("1896"),
                Optional.of(t("七月四日", "4 July")),
                Optional.empty(),
                List.of(t("生于浙江桐乡乌镇。", "Born in Wuzhen, Tongxiang.")),
                footing(Certainty.VERIFIED, new Mark(1, 4)),
                Optional.empty()),
            new LifeEvent(
                zh("1913—1916"),
                Optional.empty(),
                Optional.of(17),
                List.of(t("就读北京大学预科，后到商务印书馆编译所任职。", "Studied in Peking.")),
                new Footing(
                    Optional.of(Certainty.PARTLY),
                    Optional.of(Link.to(t("沈泽民", "Shen Zemin"), "/people/shenzemin")),
                    List.of(new Mark(1, 5), new Mark(2, 2))),
                Optional.empty()),
            new LifeEvent(
                zh("1932"),
                Optional.empty(),
                Optional.of(36),
                List.of(t("完成长篇小说《子夜》。", "Finished Midnight.")),
                footing(Certainty.GENERAL, new Mark(2, 3)),
                Optional.of(receipt()))),
        List.of(
            new RelationLine(
                t("胞弟", "brother"),
                Link.to(t("沈泽民", "Shen Zemin"), "/people/shenzemin"),
                Optional.empty(),
                Footing.NONE),
            new RelationLine(
                t("主编", "chief editor"),
                Link.to(t("小说月报社", "Short Story Magazine"), "/things/organisation/xsyb"),
                Optional.of(t("1921—1922 年", "1921–1922")),
                footing(Certainty.DOUBTFUL, new Mark(2, 4))),
            new RelationLine(
                t("配偶", "wife"),
                Link.unlinked(t("孔德沚", "Kong Dezhi")),
                Optional.empty(),
                Footing.NONE)),
        List.of(
            new Claim(
                t("赴京年份有 1913 与 1914 两说。", "Two years are given for the move."),
                true,
                Footing.of(List.of(new Mark(2, 5))))),
        footing(Certainty.PARTLY, new Mark(1, 1)),
        List.of(
            new Note(
                1,
                t("人民网：兄弟关系的著名共产党人", "On brothers"),
                Optional.of("/things/source/s03"),
                Optional.empty(),
                Optional.empty(),
                5),
            new Note(
                2,
                t("渡口小学教员致父亲信", "Letter to her father"),
                Optional.of("/records/r005?page=2"),
                Optional.of(t("封，右栏", "cover, right column")),
                Optional.of(envelope().crop(new Region(10, 20, 40, 30))),
                5)),
        links("person/maodun"));
  }

  private static Footing footing(Certainty certainty, Mark... marks) {
    return new Footing(Optional.of(certainty), Optional.empty(), List.of(marks));
  }

  private static Note note(int number, Text text, int uses) {
    return new Note(number, text, Optional.empty(), Optional.empty(), Optional.empty(), uses);
  }

  private CollectionView collection() {
    return new CollectionView(
        head(
            t("茅盾：|从乌镇到文坛", "Mao Dun:| from Wuzhen to the world of letters"),
            t("桐乡名人珍档", "Treasures of Tongxiang"),
            null,
            5),
        profile(Optional.of(image("portrait-1", 900, 1160, "木刻像：长衫男子，半面受光"))),
        List.of(
            new Section(
                1,
                t("手稿", "Manuscripts"),
                Optional.of(zh("1930—1934")),
                prose("手稿现藏桐乡。", "The manuscripts are in Tongxiang."),
                List.of(
                    exhibit(receipt(), ExhibitBlock.Layout.FLIP),
                    text("茅盾的手稿以钢笔横写，涂改不多。", "He wrote with a pen and changed little.")))),
        List.of(letterRecord(), telegram(), map(), unreadable(), imageless()),
        List.of(chishui()));
  }

  private PersonView person() {
    return new PersonView(
        profile(Optional.empty()),
        List.of(letterRecord(), telegram(), unreadable(), imageless()),
        new Pager("/people/wanghuiwu", 1, 3, 26),
        List.of(chishui(), withSheet(xuanyan())));
  }

  private PersonView barePerson() {
    return new PersonView(
        new PersonProfile(
            zh("佚名"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Footing.NONE,
            List.of(),
            links("person/unknown")),
        List.of(),
        Pager.single("/people/unknown", 0),
        List.of());
  }

  private Transcript transcript() {
    return Transcript.of(
        List.of(
            "父親大人膝下敬稟者女自正月初旬由城",
            "返鄉途中雨雪行五日始抵學堂因兵事",
            "暫停學生散去大半十八日夜河邊燈火",
            "徹夜不絕渡船十餘隻往來不息過河之",
            "人多著草鞋不入民宅天明始知門板被",
            "借去搭橋次日逐戶送還並留紙條一張",
            "書明所借數目女將此條收存他日當可",
            "為憑鹽價仍昂米亦不易得"),
        "zh-Hant",
        true);
  }

  private CompilationView compilation() {
    TranscriptBlock document =
        new TranscriptBlock(
            1,
            letterRecord(),
            Optional.of(t("渡口小学教员致父亲信", "A teacher to her father")),
            List.of(
                new TranscriptBlock.Leaf(
                    t("第 1 页", "Page 1"),
                    "/records/r005",
                    Optional.of(letter()),
                    Optional.of(transcript())),
                new TranscriptBlock.Leaf(
                    t("信封", "Cover"),
                    "/records/r005?page=2",
                    Optional.of(envelope()),
                    Optional.empty())),
            prose("“逐户”二字草稿初无，后旁添。", "Two characters were added later."),
            sources());
    TranscriptBlock horizontal =
        new TranscriptBlock(
            2,
            telegram(),
            Optional.empty(),
            List.of(
                new TranscriptBlock.Leaf(
                    t("第 1 页", "Page 1"),
                    "/records/r010",
                    Optional.of(telegram().image().orElseThrow()),
                    Optional.of(
                        Transcript.of(List.of("急。成都省政府钧鉴：", "赤水河水陡涨，各渡停驶。"), "zh-Hans", false)))),
            List.of(),
            List.of());
    return new CompilationView(
        head(t("四渡赤水|泸州文献选编", "Documents from Luzhou"), t("一九三四—一九三六", "1934–1936"), null, 2),
        List.of(
            new Section(
                1,
                t("卷一　过渡", "Part one: crossing"),
                Optional.of(t("1935 年 1—3 月", "January to March 1935")),
                prose("依时间编次。", "In order of time."),
                List.of(document, horizontal)),
            new Section(
                2, t("卷二　回望", "Part two: looking back"), Optional.empty(), List.of(), List.of())),
        new NameIndexFixture(language).index(document, horizontal));
  }

  private StudyView study() {
    return new StudyView(
        head(
            t("渡口一日：|用六件档案|读一次渡河", "A day at the ferry:| one crossing in six records"),
            t("初中、高中", "Secondary school"),
            Cover.sheet(image("photo-ferry", 1480, 1020, "旧照片：载人木船行至河心")),
            6),
        List.of(
            new Section(
                0,
                t("核心问题", "The question"),
                Optional.empty(),
                prose("那一夜发生了什么？我们凭什么这样说？", "What happened that night, and how do we know?"),
                List.of()),
            new Section(
                1,
                t("先看，不急着读", "Look before you read"),
                Optional.of(t("十分钟", "Ten minutes")),
                List.of(),
                List.of(
                    exhibit(receipt(), ExhibitBlock.Layout.NORMAL),
                    new QuestionBlock(
                        1,
                        t("这张纸是什么质地？字写得快还是慢？", "What kind of paper is it?"),
                        prose("请他们只看墨色浓淡与留白。", "Ask them to look at the ink alone."),
                        Optional.empty(),
                        sources()),
                    new QuestionBlock(
                        2,
                        t("红色的印记是什么？它压在哪个字上？", "What is the red mark?"),
                        List.of(),
                        Optional.of(letterRecord()),
                        List.of()))),
            new Section(
                2,
                t("把六件材料排上时间线", "Put them in order"),
                Optional.empty(),
                List.of(),
                List.of(
                    new TimelineBlock(
                        Optional.empty(),
                        List.of(entry("一月十九日", "1935-01-19", "北上。", false)),
                        List.of())))));
  }

  private ArchivesView archives() {
    return new ArchivesView(holders(), Pager.single("/archives", 3));
  }

  private ArchiveLevelView level() {
    return new ArchiveLevelView(
        ArchiveLevelView.Level.FONDS,
        t("茅盾档案", "Papers of Mao Dun"),
        Optional.of("TX-MD"),
        Nature.ASSIGNED,
        List.of(Link.to(t("桐乡市档案馆", "Tongxiang Archives"), "/archives/txda")),
        List.of(t("手稿、书信与照片。", "Manuscripts, letters and photographs.")),
        List.of(
            group(
                t("背景", "Context"),
                line(
                    t("收藏单位", "Holder"),
                    Field.Value.to(t("桐乡市档案馆", "Tongxiang Archives"), "/archives/txda")),
                line(
                    t("档案保管沿革", "Archival history"),
                    Field.Value.of(t("由家属分批捐赠。", "Given by the family."))))),
        holders().get(0).fonds(),
        holders().get(0).fonds().size(),
        List.of(letterRecord(), manifesto(), unreadable(), imageless(), telegram()),
        78,
        new Pager("/archives/tongxiang-maodun", 1, 4, 78),
        Footing.of(List.of(new Mark(1, 1))),
        List.of(note(1, t("桐乡市档案馆介绍", "About the archives"), 1)),
        links("set/tongxiang-maodun"));
  }

  private static FieldGroup group(Text label, FieldGroup.Line... lines) {
    return new FieldGroup(label, List.of(lines));
  }

  private static FieldGroup.Line line(Text label, Field.Value... values) {
    return new FieldGroup.Line(label, List.of(values));
  }

  private ArchiveLevelView emptyLevel() {
    return new ArchiveLevelView(
        ArchiveLevelView.Level.FILE,
        t("空卷", "An empty file"),
        Optional.empty(),
        Nature.EXAMPLE,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        0,
        List.of(),
        0,
        Pager.single("/archives/empty", 0),
        Footing.NONE,
        List.of(),
        links("set/empty"));
  }

  private SearchView search(boolean plates) {
    List<SearchView.Result> results = new ArrayList<>();
    for (RecordCard card :
        List.of(letterRecord(), manifesto(), unreadable(), imageless(), telegram())) {
      results.add(
          new SearchView.Result(
              "record/" + card.code(),
              Kind.RECORD,
              card.href(),
              marks(card.title()),
              Optional.of(card.code()),
              card.facts(),
              List.of(t("桐乡市档案馆", "Tongxiang Archives"), t("茅盾档案", "Papers of Mao Dun")),
              Optional.of(
                  new SearchView.Marks(
                      "zh-Hant",
                      List.of(
                          new SearchView.Mark("……天明始知", false),
                          new SearchView.Mark("門板", true),
                          new SearchView.Mark("被借去搭橋，次日逐戶送還……", false)))),
              Optional.of(t("第 2 页", "Page 2")),
              card.image(),
              card.example(),
              Optional.of(Publication.CHANGED)));
    }
    results.add(
        new SearchView.Result(
            "person/maodun",
            Kind.PERSON,
            "/people/maodun",
            marks(t("茅盾", "Mao Dun")),
            Optional.empty(),
            List.of(zh("1896—1981"), zh("作家")),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty()));
    return searchView(
        "门板",
        List.of(new SearchView.Chip(Optional.of(Facet.PERSON), value("maodun", true), "/search")),
        List.of(
            new SearchView.Group(
                Facet.PERSON, List.of(value("maodun", true), value("a-very-long-name", false))),
            new SearchView.Group(
                Facet.TYPE,
                List.of(
                    new SearchView.Value(
                        "record",
                        Optional.empty(),
                        Optional.of(Kind.RECORD),
                        Optional.empty(),
                        12_345,
                        false)))),
        Optional.of(
            new SearchView.Histogram(
                List.of(
                    new SearchView.Bar(1930, 12, 0, 2, 60, true),
                    new SearchView.Bar(1940, 3, 18, 47, 15, false)),
                1930,
                12,
                36)),
        results,
        Optional.empty(),
        plates);
  }

  private SearchView searchWithoutResult() {
    return searchView(
        "没有的词", List.of(), List.of(), Optional.empty(), List.of(), Optional.empty(), false);
  }

  private SearchView searchRefused() {
    return searchView(
        "长",
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.of(SearchView.Notice.TOO_LONG),
        false);
  }

  private SearchView searchView(
      String query,
      List<SearchView.Chip> chips,
      List<SearchView.Group> groups,
      Optional<SearchView.Histogram> histogram,
      List<SearchView.Result> results,
      Optional<SearchView.Notice> notice,
      boolean plates) {
    long total = results.isEmpty() ? 0 : 12_345;
    return new SearchView(
        "/search",
        query,
        List.of(new SearchView.Parameter("q", query)),
        chips,
        "/search?q=" + query,
        groups,
        histogram,
        results.isEmpty() ? "" : "1934",
        "",
        List.of(
            new SearchView.Choice("relevance", "/search", true),
            new SearchView.Choice("archival", "/search?sort=archival", false),
            new SearchView.Choice("date", "/search?sort=date", false)),
        new SearchView.Choice("list", "/search", !plates),
        new SearchView.Choice("gallery", "/search?view=gallery", plates),
        total,
        results,
        results.isEmpty() ? Pager.single("/search", 0) : new Pager("/search?q=x", 3, 500, total),
        notice,
        results.isEmpty() ? List.of(Link.to(t("茅盾", "Mao Dun"), "/people/maodun")) : List.of());
  }

  private SearchView.Value value(String key, boolean chosen) {
    return new SearchView.Value(
        key,
        Optional.of(t("一个名字很长很长的机构及其下属各处室", "A body with a very long name and its offices")),
        Optional.empty(),
        Optional.empty(),
        45,
        chosen);
  }

  private static SearchView.Marks marks(Text title) {
    return new SearchView.Marks(
        title.lang(),
        List.of(new SearchView.Mark(title.value(), false), new SearchView.Mark("<门板>", true)));
  }

  private static final String CANVAS = "http://127.0.0.1:8080/iiif/canvas/r005-";

  private RecordView record(RecordView.Opening opening) {
    RecordView.Level holder =
        new RecordView.Level(
            Link.to(t("泸州市档案馆", "Luzhou Archives"), "/archives/lzda"), Optional.empty(), false);
    RecordView.Level fonds =
        new RecordView.Level(
            Link.to(t("LZ-SL 渡口文书", "LZ-SL Papers of the ferry"), "/archives/lz-sl"),
            Optional.of(t("1929—1951，312 件", "1929–1951, 312 records")),
            false);
    RecordView.Level file =
        new RecordView.Level(
            Link.to(t("002 来往函件", "002 Letters"), "/archives/lz-sl-002"), Optional.empty(), false);
    return new RecordView(
        letterRecord().title(),
        "LZ-SL-002-0023",
        letterRecord().facts(),
        true,
        List.of(
            new RecordView.Leaf(
                1,
                zh("1"),
                "/records/r005",
                Optional.of(letter()),
                CANVAS + 1,
                Optional.of(transcript()),
                List.of(tour())),
            new RecordView.Leaf(
                2,
                t("封", "cover"),
                "/records/r005?page=2",
                Optional.of(envelope()),
                CANVAS + 2,
                Optional.of(Transcript.of(List.of("泸县北门内忠山街", "父亲大人安启", "太平渡缄"), "zh-Hans", false)),
                List.of()),
            new RecordView.Leaf(
                3,
                zh("3"),
                "/records/r005?page=3",
                Optional.of(Image.unreadable(zh("第三页"))),
                CANVAS + 3,
                Optional.empty(),
                List.of())),
        List.of(),
        opening,
        new RecordView.Order("right-to-left", true, List.of()),
        List.of(
            t(
                "停课返乡的教师写给父亲的平安信，记十八日夜河边灯火、借门板搭桥、次日逐户送还。",
                "A letter to say that all is well; it tells of the lights by the river.")),
        List.of(
            group(
                t("标识", "Identity"),
                line(t("档号", "Reference code"), Field.Value.of(zh("LZ-SL-002-0023"))),
                line(
                    t("日期", "Date"),
                    new Field.Value(
                        t("1935 年 2 月 23 日", "23 February 1935"),
                        Optional.empty(),
                        Optional.of(t("原署“二月廿三日”", "signed “23rd of the 2nd month”"))))),
            group(
                t("内容与结构", "Content and structure"),
                line(
                    t("相关地点", "Places"),
                    Field.Value.to(t("太平渡", "Taipingdu"), "/things/place/taipingdu"),
                    Field.Value.of(t("泸县", "Luxian"))),
                line(
                    t("载体形态", "Extent"),
                    Field.Value.of(t("竹纸八行笺，墨笔；28 × 20 厘米", "Bamboo paper, 28 × 20 cm")))),
            group(
                t("查阅与利用控制", "Access and use"),
                line(t("开放标识", "Access"), Field.Value.of(t("开放", "Open"))))),
        t(
            "《致父亲信》（1935 年 2 月 23 日），泸州市档案馆藏，档号 LZ-SL-002-0023（示例）。",
            "Letter to her father, 23 February 1935, Luzhou Archives, LZ-SL-002-0023 (example)."),
        List.of(holder, fonds, file),
        List.of(
            new RecordView.Level(
                Link.to(t("0022 草稿", "0022 Draft"), "/records/r004"), Optional.empty(), false),
            new RecordView.Level(
                Link.unlinked(t("0023 致父亲信", "0023 Letter")), Optional.empty(), true),
            new RecordView.Level(
                Link.to(t("0024 复信", "0024 Answer"), "/records/r006"), Optional.empty(), false)),
        List.of(
            new RelationLine(
                t("收信人", "addressee"),
                Link.unlinked(t("其父", "her father")),
                Optional.empty(),
                footing(Certainty.DOUBTFUL, new Mark(2, 2)))),
        List.of(
            new Claim(
                t("信中“十八日夜”为 1935 年 2 月 18 日，农历正月十五。", "The night is that of 18 February 1935."),
                false,
                footing(Certainty.VERIFIED, new Mark(1, 2))),
            new Claim(
                t("门板归还情形，各件所记不同。", "How the doors came back is told in different ways."),
                true,
                footing(Certainty.INVENTED, new Mark(1, 3), new Mark(2, 1)))),
        Footing.of(List.of(new Mark(1, 1))),
        List.of(note(1, t("公历农历对照", "Calendar tables"), 3), note(2, t("借门板、条凳字据", "The slip"), 2)),
        List.of(receipt(), telegram(), map(), imageless()),
        List.of(chishui(), withSheet(xuanyan())),
        new EntityLinks(
            "http://127.0.0.1:8080/id/record/r005",
            "/data/record/r005",
            true,
            Optional.of("/iiif/manifest/r005")));
  }

  private RecordView.Tour tour() {
    return new RecordView.Tour(
        Link.to(t("一九三五 赤水河两岸", "1935: both banks of the Chishui"), "/exhibitions/chishui"),
        List.of(
            new ZoomBlock.Step(
                Optional.of(Region.parse("56,4,39,92")),
                Optional.of(t("起头", "The beginning")),
                prose("先问安，后说事。", "First the greetings, then what happened.")),
            new ZoomBlock.Step(
                Optional.empty(), Optional.empty(), prose("再看全页。", "The whole page again."))));
  }

  private CompareView comparison() {
    return new CompareView(
        List.of(
            new CompareView.Pane(
                "r005:2",
                letterRecord(),
                Optional.of(t("封", "cover")),
                Optional.of(envelope()),
                Optional.of("/iiif/manifest/r005"),
                Optional.of(CANVAS + 2),
                "/compare?r=r008"),
            new CompareView.Pane(
                "r008",
                imageless(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "/compare?r=r005:2")),
        "\"信\"",
        List.of(new CompareView.Offer(telegram(), "/compare?r=r005:2&r=r008&r=r009")),
        List.of("<r007>"),
        false);
  }

  private RecordView bareRecord() {
    return new RecordView(
        t("无图像的一件", "A record without images"),
        "SY-0099",
        List.of(),
        false,
        List.of(),
        List.of(SoundFixture.tone("/records/sy-0099")),
        RecordView.Opening.at(0),
        RecordView.Order.USUAL,
        List.of(),
        List.of(
            group(
                t("标识", "Identity"),
                line(t("档号", "Reference code"), Field.Value.of(zh("SY-0099"))))),
        zh("上虞区档案馆藏，档号 SY-0099。"),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Footing.NONE,
        List.of(),
        List.of(),
        List.of(),
        links("record/r099"));
  }

  private LoanView loan() {
    Text holder = t("青禾县档案馆", "Qinghe County Archives");
    Image cover =
        Image.borrowed(
            Image.Giver.SERVICE, "https://i.example/iiif/2/m31-1", 2400, 3200, zh("名册封面"));
    Image picture =
        Image.borrowed(Image.Giver.PICTURE, "https://i.example/m31-2.jpg", 900, 600, zh("内页"));
    return new LoanView(
        new RecordCard(
            "/things/loan/m31",
            t("渡江木船船主名册", "Register of ferrymen"),
            "M31-0001",
            List.of(holder, t("1935年2月", "February 1935")),
            Optional.empty(),
            Optional.of(cover),
            false,
            Optional.of(
                new RecordCard.Held(
                    holder,
                    Optional.of(t("署名：青禾县档案馆提供", "Courtesy of Qinghe County Archives")),
                    Optional.of("http://creativecommons.org/licenses/by/4.0/"),
                    "https://example.cn/m31"))),
        List.of(zh("一册，毛笔抄写。")),
        "https://iiif.example.cn/m31/manifest",
        List.of(
            new LoanView.Canvas(1, t("封面", "Cover"), cover),
            new LoanView.Canvas(2, t("内页", "Inside"), picture)),
        List.of(),
        links("loan/m31"));
  }

  private ThingView place() {
    return new ThingView(
        Kind.PLACE,
        t("太平渡", "Taipingdu"),
        List.of(t("赤水河中游的古渡口。", "An old ferry on the Chishui.")),
        List.of(
            Field.of(Field.Name.MODERN_PLACE, zh("四川省泸州市古蔺县太平镇")),
            Field.of(Field.Name.COORDINATES, zh("28.10°N，106.16°E"))),
        Optional.of(new MapSketch.Spot(t("太平渡", "Taipingdu"), 106.16, 28.10)),
        List.of(
            new NameLine(
                zh("落洪口"),
                t("曾用名", "former name"),
                Optional.of(zh("清")),
                footing(Certainty.GENERAL, new Mark(1, 2)))),
        List.of(
            new RelationLine(
                t("隶于", "within"),
                Link.to(t("古蔺县", "Gulin County"), "/things/place/gulin"),
                Optional.of(t("1949 年起", "from 1949")),
                Footing.NONE)),
        List.of(),
        List.of(),
        Footing.of(List.of(new Mark(1, 1))),
        List.of(note(1, zh("地名数据"), 2)),
        List.of(),
        List.of(letterRecord(), telegram(), manifesto()),
        Pager.single("/things/place/taipingdu", 3),
        List.of(chishui()),
        links("place/taipingdu"));
  }

  private ThemeItem theme(Text label, String key, int below, ThemeItem... shown) {
    return new ThemeItem(
        Link.to(label, "/things/theme/" + key),
        12_345,
        Optional.of(Standing.LOCAL),
        below,
        List.of(shown));
  }

  private ThemeItem redBoat() {
    return theme(
        t("红船精神与中国共产党创建时期的会议、船只、口述和后来的纪念", "The Red Boat, its sessions, boats and memories"),
        "hongchuan",
        2,
        theme(t("续会", "The last session"), "xuhui", 1, theme(t("画舫", "The boat"), "huafang", 0)),
        theme(t("口述", "Oral history"), "koushu", 77));
  }

  private ThemesView themes() {
    return new ThemesView(
        List.of(
            new ThemesView.SchemeCard(
                Link.to(t("中国共产党人精神谱系", "Official list"), "/things/scheme/official"),
                Optional.of(Standing.OFFICIAL),
                Optional.of(t("照公布文本。", "As published.")),
                46,
                List.of(redBoat())),
            new ThemesView.SchemeCard(
                Link.to(t("载体", "Carriers"), "/things/scheme/carrier"),
                Optional.empty(),
                Optional.empty(),
                2,
                List.of())),
        List.of(
            new ThemesView.Dimension(
                Facet.PERIOD, List.of(theme(t("土地革命时期", "Agrarian revolution"), "period", 0)))));
  }

  private SchemeView scheme() {
    return new SchemeView(
        t("地方主题", "Local themes"),
        Optional.of(Standing.LOCAL),
        List.of(t("不与正式名单混列。", "Not mixed with the official list.")),
        412,
        List.of(redBoat(), theme(t("大陈岛垦荒精神", "Spirit of Dachen"), "dachen", 0)),
        new Pager("/things/scheme/local", 1, 5, 412),
        List.of(),
        Footing.of(List.of(new Mark(1, 1))),
        List.of(note(1, t("公布的名单", "The list"), 1)),
        links("scheme/local"));
  }

  private SchemeView emptyScheme() {
    return new SchemeView(
        t("新体系", "A new scheme"),
        Optional.empty(),
        List.of(),
        0,
        List.of(),
        Pager.single("/things/scheme/new", 0),
        List.of(),
        Footing.NONE,
        List.of(),
        links("scheme/new"));
  }

  private ThemeView theme() {
    return new ThemeView(
        t("红船精神", "Spirit of the Red Boat"),
        Optional.of(Standing.LOCAL),
        List.of(Link.to(t("地方主题", "Local themes"), "/things/scheme/local")),
        List.of(Field.of(Field.Name.NOTE, t("不与正式名单混列。", "Not mixed with the official list."))),
        List.of(
            new ThemeView.Group(
                ThemeView.Bond.RELATED,
                List.of(
                    new ThemeItem(
                        Link.to(t("建党精神", "Founding Spirit"), "/things/theme/jiandang"),
                        0,
                        Optional.of(Standing.OFFICIAL),
                        0,
                        List.of())))),
        List.of(redBoat()),
        120,
        List.of(Link.to(t("南湖会议", "The session on South Lake"), "/things/event/e-nanhu")),
        List.of(),
        Footing.NONE,
        List.of(),
        List.of(letterRecord(), manifesto(), imageless()),
        "/search?topic=hongchuan",
        List.of(
            new SearchView.Choice("date", "/things/theme/hongchuan", true),
            new SearchView.Choice("archival", "/things/theme/hongchuan?sort=archival", false)),
        new Pager("/things/theme/hongchuan", 1, 3, 130),
        List.of(chishui()),
        links("theme/hongchuan"));
  }

  private ThemeView bareTheme() {
    return new ThemeView(
        t("无件的主题", "A theme without records"),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        0,
        List.of(),
        List.of(),
        Footing.NONE,
        List.of(),
        List.of(),
        "/search?topic=bare",
        List.of(),
        Pager.single("/things/theme/bare", 0),
        List.of(),
        links("theme/bare"));
  }

  private ImportsView imports() {
    return new ImportsView(
        List.of("dublin-core", "ead"),
        2048,
        7,
        List.of(
            importCard(JobPhase.RUNNING, true, Optional.empty()),
            importCard(
                JobPhase.DONE,
                false,
                Optional.of(new ImportCard.Counts(2000, 1980, 0, 12, 8, 9, 3)))));
  }

  private ExportsView exports() {
    return new ExportsView(
        List.of("csv", "xlsx", "ead3"),
        List.of(new ExportsView.Choice("org-syda", Text.zh("上虞区档案馆"))),
        List.of(new ExportsView.Choice("x001", Text.zh("上虞革命历史资料汇集"))),
        "<x>",
        7,
        List.of(
            export(JobPhase.RUNNING, Optional.empty(), Optional.empty()),
            export(JobPhase.DONE, Optional.of("/api/exports/4/file"), Optional.of("/p.csv")),
            export(JobPhase.DONE, Optional.empty(), Optional.empty()),
            export(JobPhase.FAILED, Optional.empty(), Optional.empty())));
  }

  private ExportsView.Export export(
      JobPhase phase, Optional<String> file, Optional<String> problems) {
    return new ExportsView.Export(
        "/workbench/exports/4",
        Optional.of(Text.zh("上虞革命历史资料汇集")),
        "xlsx",
        true,
        phase,
        "admin",
        1200,
        Instant.parse("2026-11-28T09:00:00Z"),
        Optional.of(Text.zh("已导出 1200 条，2 处没有导出或不完整")),
        file,
        1.5,
        problems);
  }

  private ImportView runningImport() {
    return new ImportView(
        importCard(JobPhase.RUNNING, true, Optional.empty()),
        1234,
        Optional.of("0:00:05"),
        Optional.of(Text.zh("写入著录")),
        List.of(),
        0,
        new ImportView.Downloads(Optional.empty(), Optional.empty(), Optional.empty()),
        false,
        Optional.empty());
  }

  private ImportView triedImport() {
    return new ImportView(
        importCard(
            JobPhase.DONE, true, Optional.of(new ImportCard.Counts(2000, 1980, 0, 12, 8, 9, 3))),
        0,
        Optional.empty(),
        Optional.empty(),
        List.of(
            new ImportView.Problem(
                true,
                "records.csv",
                "17",
                "日期",
                "1921-02-30",
                t("不是有效的 EDTF 日期", "Not a valid EDTF date"),
                t("日期须存在", "The day must exist")),
            new ImportView.Problem(
                false,
                "X043/说明.docx",
                "0",
                "文件",
                "X043/说明.docx",
                t("不是图像，已略过", "Not an image; passed over"),
                t("可移出文件夹", "Move it out"))),
        12,
        new ImportView.Downloads(
            Optional.of("/api/imports/4/report.csv"),
            Optional.of("/api/imports/4/rejected"),
            Optional.of("/api/imports/4/mapping.csv")),
        true,
        Optional.of("/workbench/imports/4/columns"));
  }

  private static ImportCard importCard(
      JobPhase phase, boolean dryRun, Optional<ImportCard.Counts> counts) {
    Instant now = Instant.parse("2026-11-22T08:30:00Z");
    return new ImportCard(
        "/workbench/imports/4",
        "records.csv、X043.zip",
        dryRun,
        phase,
        "admin",
        500,
        2000,
        now,
        Optional.of(now).filter(at -> phase == JobPhase.DONE),
        counts);
  }

  private static Guide guide(int done) {
    List<String> names = List.of("password", "holdings", "public", "exhibition", "visitor");
    return new Guide(
        "start",
        names.stream()
            .map(
                name ->
                    new Guide.Step(
                        name,
                        names.indexOf(name) < done,
                        name.equals("visitor") && done < 5
                            ? Optional.empty()
                            : Optional.of("/workbench/search")))
            .toList());
  }

  private StateView state(Optional<Guide> guide) {
    Instant now = Instant.parse("2026-11-22T08:30:00Z");
    return new StateView(
        "0.1.0",
        guide,
        guide.isEmpty(),
        guide.isPresent(),
        Optional.of(
            new StateView.Operation(
                new StateView.Journal(
                    12345,
                    Optional.of(now),
                    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                    Optional.of(true),
                    "H2 2.4.240"),
                List.of(
                    new StateView.Stage(StateView.StageName.WORKING, 12345, 0, 412, 20311),
                    new StateView.Stage(StateView.StageName.PUBLIC, 12300, 45, 400, 19876)),
                List.of(
                    new StateView.Job(
                        "load-1",
                        t("载入样例馆藏", "Loading the sample holdings"),
                        StateView.JobState.RUNNING,
                        80,
                        120,
                        Optional.of(now),
                        Optional.empty(),
                        Optional.of(t("records.csv 第 17 行：日期有误", "records.csv, row 17: bad date"))),
                    new StateView.Job(
                        "rebuild",
                        t("重建", "Rebuild"),
                        StateView.JobState.FAILED,
                        5,
                        0,
                        Optional.of(now),
                        Optional.of(now),
                        Optional.empty())),
                List.of(
                    new StateView.Row(
                        12345,
                        now,
                        "admin",
                        StateView.Action.PUBLISHED,
                        "record/r005",
                        Optional.of("/data/record/r005.ttl")),
                    new StateView.Row(
                        12344,
                        now,
                        "admin",
                        StateView.Action.CREATED,
                        "record/r004",
                        Optional.empty())))));
  }

  private static final String QUERY =
      """
      PREFIX rico: <https://www.ica.org/standards/RiC/ontology#>
      SELECT ?件 ?档号
      WHERE {
        ?件 a rico:Record ;
            rico:identifier ?档号 .
      } ORDER BY ?档号 LIMIT 50\
      """;

  private SparqlView sparql(
      Optional<SparqlView.Result> result,
      Optional<String> graph,
      Optional<SparqlView.Fault> fault) {
    return new SparqlView(
        QUERY,
        result,
        graph,
        fault,
        List.of(
            new SparqlView.Example(t("全部档案及档号", "All records with their codes"), QUERY),
            new SparqlView.Example(t("某人的各种名字", "All names of a person"), "SELECT * { ?s ?p ?o }")),
        List.of(
            new SparqlView.Prefix("rico", "https://www.ica.org/standards/RiC/ontology#"),
            new SparqlView.Prefix("lt", "https://w3id.org/lantai/ns#")),
        10000,
        30);
  }

  private SparqlView sparql() {
    List<List<SparqlView.Cell>> rows = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      rows.add(
          List.of(
              new SparqlView.Cell(
                  "http://127.0.0.1:8080/id/record/r00" + i,
                  Optional.of("/id/record/r00" + i),
                  Optional.empty()),
              new SparqlView.Cell(
                  i == 3 ? "" : "LZ-SL-00" + i, Optional.empty(), Optional.of("zh"))));
    }
    return sparql(
        Optional.of(new SparqlView.Result(List.of("件", "档号"), rows, true, 0.123)),
        Optional.empty(),
        Optional.empty());
  }

  private SparqlView sparqlFault() {
    return sparql(
        Optional.empty(),
        Optional.empty(),
        Optional.of(
            new SparqlView.Fault(
                SparqlView.FaultKind.MALFORMED,
                "Encountered \"<EOF>\" at line 5, column 3.",
                5,
                3)));
  }

  private SparqlView sparqlGraph() {
    return sparql(Optional.empty(), Optional.of("<http://x> a <http://y> ."), Optional.empty());
  }

  private ErrorView error(ErrorView.Status status) {
    return new ErrorView(
        status,
        status.code(),
        Optional.empty(),
        status == ErrorView.Status.BAD_REQUEST
            ? Optional.of(t("page 应为正整数。", "page must be a positive number."))
            : Optional.empty(),
        Optional.of("/records/r9999"),
        status == ErrorView.Status.NOT_FOUND
            ? List.of(Link.to(letterRecord().title(), "/records/r005"))
            : List.of(),
        status == ErrorView.Status.BROKEN ? Optional.of("7f3a9c") : Optional.empty());
  }

  private ErrorView conflict() {
    return new ErrorView(
        ErrorView.Status.BAD_REQUEST,
        409,
        Optional.of(t("其间已有别人处理", "Somebody else has done a step meanwhile")),
        Optional.of(t("什么都没有改动。", "Nothing was changed.")),
        Optional.of("/workbench/reviews/7"),
        List.of(),
        Optional.empty());
  }
}
