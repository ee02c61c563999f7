package cn.lantai.table;

import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.loan.ImageService;
import cn.lantai.loan.Loan;
import cn.lantai.loan.WebAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The tables of what other institutions lend: loans.csv with its loan_canvases.csv. */
final class LoanTables {

  private static final String MANIFEST = "清单网址";
  private static final String HOMEPAGE = "对方网页";
  private static final String RIGHTS = "权利网址";
  private static final String SERVICE = "图像服务";
  private static final String PROFILE = "服务等级";
  private static final String PICTURE = "图片网址";

  private static final String PROFILES = "2/level1、2/level2、3/level1、3/level2";

  private static final Table.Part CANVASES =
      new Table.Part(
          "loan_canvases.csv",
          "借展",
          List.of(
              new Column("借展", "loan", true),
              new Column("序", "number", true),
              new Column("名称", "name", false),
              new Column("英文名", "name in English", false),
              new Column("画布", "canvas", false),
              new Column(PICTURE, "address of the picture", true),
              new Column(SERVICE, "image service", false),
              new Column(PROFILE, "level of the service", false),
              new Column("宽", "width", true),
              new Column("高", "height", true)));

  static final Table LOANS =
      new Table(
          "loans.csv",
          List.of(
              new Column("键", "key", true),
              new Column("题名", "title", true),
              new Column("英文题名", "title in English", false),
              new Column("收藏机构", "holding institution", true),
              new Column("英文收藏机构", "holding institution in English", false),
              new Column("馆藏号", "shelf mark there", false),
              new Column("原文日期", "date as written", false),
              new Column("时间", "date", false),
              new Column("简介", "description", false),
              new Column("英文简介", "description in English", false),
              new Column("署名", "required statement", false),
              new Column("英文署名", "required statement in English", false),
              new Column(RIGHTS, "address of the licence", false),
              new Column(HOMEPAGE, "page at the holder", false),
              new Column(MANIFEST, "address of the manifest", true)),
          List.of(CANVASES),
          row -> row.own(EntityType.LOAN),
          (iri, row, parts, surroundings) -> loan(iri, row, parts.get(CANVASES.file())),
          LoanTables::write);

  private LoanTables() {}

  private static Candidate loan(EntityIri iri, Row row, List<Row> canvases) {
    row.required(MANIFEST);
    LocalizedText title = row.requiredText("题名", "英文题名");
    LocalizedText holder = row.requiredText("收藏机构", "英文收藏机构");
    Optional<HistoricalDate> date = row.date("原文日期", "时间");
    Optional<LocalizedText> summary = row.paragraphs("简介", "英文简介");
    Optional<LocalizedText> statement = row.text("署名", "英文署名");
    Optional<String> rights = address(row, RIGHTS);
    Optional<String> homepage = address(row, HOMEPAGE);
    Optional<String> manifest = address(row, MANIFEST);
    List<Loan.Canvas> read =
        canvases.stream()
            .flatMap(canvas -> canvas(canvas).stream())
            .sorted(Comparator.comparingInt(Loan.Canvas::number))
            .toList();
    if (read.stream().mapToInt(Loan.Canvas::number).distinct().count() < read.size()) {
      row.problem(
          "键",
          iri.key(),
          LocalizedText.of("两幅画面序号相同", "Two canvases have one number"),
          LocalizedText.of(
              "请在 loan_canvases.csv 中改正序号", "Correct the numbers in loan_canvases.csv"));
    }
    List<Row> rows = new ArrayList<>(List.of(row));
    rows.addAll(canvases);
    return new Candidate(
        iri,
        rows,
        () ->
            new Loan(
                    iri,
                    title,
                    holder,
                    row.get("馆藏号"),
                    date,
                    summary,
                    rights,
                    statement,
                    homepage,
                    manifest.orElseThrow(),
                    read)
                .toGraph(),
        true);
  }

  private static Optional<Loan.Canvas> canvas(Row row) {
    int number = size(row, "序");
    row.required(PICTURE);
    Optional<String> picture = address(row, PICTURE);
    Optional<String> service = address(row, SERVICE);
    int width = size(row, "宽");
    int height = size(row, "高");
    Optional<ImageService> known =
        service.flatMap(
            at -> row.requiredOneOf(PROFILE, level -> ImageService.ofLabel(at, level), PROFILES));
    return picture.isEmpty() || number < 1 || width < 1 || height < 1
        ? Optional.empty()
        : Optional.of(
            new Loan.Canvas(
                number,
                row.text("名称", "英文名").orElseGet(() -> Loan.label(number)),
                address(row, "画布"),
                picture.get(),
                known,
                width,
                height));
  }

  private static int size(Row row, String column) {
    row.required(column);
    return row.parsed(
            column,
            text -> Integer.valueOf(positive(text)),
            LocalizedText.of("不是正整数", "Not a whole number above zero"),
            LocalizedText.of("请填阿拉伯数字", "Write it in digits"))
        .orElse(0);
  }

  /**
   * @throws IllegalArgumentException if it is something else
   */
  private static int positive(String text) {
    int number = Integer.parseInt(text);
    if (number < 1) {
      throw new IllegalArgumentException("Not above zero: " + number);
    }
    return number;
  }

  private static Optional<String> address(Row row, String column) {
    return row.parsed(
        column,
        text ->
            WebAddress.of(text)
                .orElseThrow(() -> new IllegalArgumentException("Not an address: " + text)),
        LocalizedText.of("不是网址", "Not an address of the web"),
        LocalizedText.of(
            "请写 https:// 或 http:// 开头的完整网址", "Write it in full, with https:// or http://"));
  }

  private static List<Cells> write(EntityGraph graph) {
    Loan loan = Loan.of(graph);
    List<Cells> rows = new ArrayList<>();
    rows.add(
        new RowWriter(LOANS.file())
            .set("键", loan.iri().key())
            .text("题名", "英文题名", loan.title())
            .text("收藏机构", "英文收藏机构", loan.holder())
            .set("馆藏号", loan.code())
            .date("原文日期", "时间", loan.date())
            .paragraphs("简介", "英文简介", loan.summary())
            .text("署名", "英文署名", loan.statement())
            .set(RIGHTS, loan.rights())
            .set(HOMEPAGE, loan.homepage())
            .set(MANIFEST, loan.manifest())
            .cells());
    for (Loan.Canvas canvas : loan.canvases()) {
      rows.add(
          new RowWriter(CANVASES.file())
              .set("借展", loan.iri().key())
              .integer("序", canvas.number())
              .text("名称", "英文名", canvas.label())
              .set("画布", canvas.id())
              .set(PICTURE, canvas.picture())
              .set(SERVICE, canvas.service().map(ImageService::address))
              .set(PROFILE, canvas.service().map(ImageService::label))
              .integer("宽", canvas.width())
              .integer("高", canvas.height())
              .cells());
    }
    return rows;
  }
}
