package cn.lantai.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes the tables of a made-up archive, always the same for the same number of records. For a
 * million: 40 fonds with 3,000 files (案卷), one of which holds a tenth of all records; 3,000 persons
 * and other authorities that the records link to, one of them a person named in every two-hundredth
 * record. For fewer, there are fewer of all but the fonds.
 */
public final class Generator {

  private static final int FONDS = 40;
  private static final int SERIES = 3;

  /** Every so many records name the person whose page is the longest. */
  private static final int FAMOUS = 200;

  static final String FAMOUS_PERSON = "b-p0";
  static final String LARGEST_FILE = "b-w0";

  private final int records;
  private final int files;
  private final int persons;
  private final int organisations;
  private final int places;
  private final int events;
  private final Random random = new Random(1921);
  private final Wording wording = new Wording(random);
  private List<String> personNames = List.of();
  private List<String> placeNames = List.of();
  private List<String> bodies = List.of();

  public Generator(int records) {
    this.records = records;
    files = Math.max(FONDS * SERIES, scaled(3000));
    persons = Math.max(60, scaled(3000));
    organisations = Math.max(FONDS, scaled(400));
    places = Math.max(20, scaled(300));
    events = Math.max(10, scaled(100));
  }

  private int scaled(int ofMillion) {
    return (int) Math.min(ofMillion, (long) ofMillion * records / 1_000_000);
  }

  static String record(int number) {
    return "b-r" + number;
  }

  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    personNames = names(persons, Wording::person);
    placeNames = names(places, Wording::place);
    bodies = names(organisations, words -> words.body(words.one(placeNames)));
    table(folder, "persons", "键,姓名,异名,生年,卒年,简介", persons, this::person);
    table(folder, "places", "键,名称,纬度,经度", places, this::place);
    table(folder, "organisations", "键,名称,类型,简介", organisations, this::organisation);
    table(folder, "events", "键,名称,时间,地点,参与者,简介", events, this::event);
    sets(folder);
    table(
        folder,
        "records",
        "键,档号,上级,题名,性质,文种,原文日期,日期,载体形态,语言或文字,责任者,人名,相关地点,相关事件,范围和提要,开放标识",
        records,
        this::recordRow);
  }

  private List<String> names(int count, Function<Wording, String> name) {
    return IntStream.range(0, count).mapToObj(n -> name.apply(wording)).toList();
  }

  private List<String> person(int n) {
    String name = personNames.get(n);
    int born = 1860 + random.nextInt(60);
    return List.of(
        "b-p" + n,
        name,
        "字:" + wording.person().substring(1) + "；笔名:" + wording.person(),
        Integer.toString(born),
        random.nextInt(3) == 0 ? "" : Integer.toString(born + 20 + random.nextInt(60)),
        wording.summary(name, wording.one(placeNames)));
  }

  private List<String> place(int n) {
    return List.of(
        "b-l" + n,
        placeNames.get(n),
        String.format("%.3f", 22 + random.nextDouble() * 15),
        String.format("%.3f", 100 + random.nextDouble() * 20));
  }

  private List<String> organisation(int n) {
    return List.of("b-o" + n, bodies.get(n), n < FONDS ? "档案馆" : "机关", bodies.get(n) + "，虚构的机构。");
  }

  private List<String> event(int n) {
    String where = wording.one(placeNames);
    return List.of(
        "b-e" + n,
        where + wording.matter() + "会议",
        Integer.toString(1912 + random.nextInt(37)),
        "b-l" + placeNames.indexOf(where),
        someone(n + 1),
        "在" + where + "召开。");
  }

  private void sets(Path folder) throws IOException {
    try (CSVPrinter out = printer(folder, "fonds", "键,档号,著录层级,上级,收藏单位,题名,日期,范围和提要,性质")) {
      for (int f = 0; f < FONDS; f++) {
        set(out, "b-f" + f, fonds(f), "全宗", "", "b-o" + f, wording.one(bodies) + "全宗");
        for (int s = 0; s < SERIES; s++) {
          String code = fonds(f) + "-WS" + (s + 1);
          set(out, "b-s" + f + "-" + s, code, "类别", "b-f" + f, "", wording.matter() + "类");
        }
      }
      for (int w = 0; w < files; w++) {
        int f = w % FONDS;
        int s = w / FONDS % SERIES;
        String title = wording.title(wording.one(bodies), wording.form());
        set(out, "b-w" + w, file(w), "案卷", "b-s" + f + "-" + s, "", title);
      }
    }
  }

  private void set(
      CSVPrinter out, String key, String code, String level, String up, String holder, String title)
      throws IOException {
    String about = "内容涉及" + wording.matter() + "、" + wording.matter() + "。";
    out.printRecord(key, code, level, up, holder, title, "1912/1949", about, "示例");
  }

  private static String fonds(int n) {
    return String.format("B%03d", n + 1);
  }

  private static String file(int n) {
    return fonds(n % FONDS) + "-WS" + (n / FONDS % SERIES + 1) + String.format("-%04d", n + 1);
  }

  private List<String> recordRow(int n) {
    int file = n < records / 10 ? 0 : 1 + n % (files - 1);
    String form = wording.form();
    Wording.Dated date = wording.date();
    List<String> named = new ArrayList<>(List.of(someone(n)));
    if (n % FAMOUS == 0) {
      named.add(FAMOUS_PERSON);
    }
    if (random.nextInt(3) == 0) {
      named.add(someone(n * 7 + 3));
    }
    return List.of(
        record(n),
        file(file) + String.format("-%06d", n + 1),
        "b-w" + file,
        wording.title(wording.one(bodies), form),
        "示例",
        form,
        date.written(),
        date.edtf(),
        Wording.extent(n),
        "汉语",
        someone(n + 11),
        named.stream().distinct().collect(Collectors.joining("；")),
        "b-l" + random.nextInt(places),
        random.nextInt(4) == 0 ? "b-e" + random.nextInt(events) : "",
        wording.summary(wording.one(personNames), wording.one(placeNames)),
        random.nextInt(50) == 0 ? "控制" : "开放");
  }

  /** Some are named far more often than others. */
  private String someone(int n) {
    int most = n % 3 == 0 ? Math.max(2, persons / 50) : persons;
    return "b-p" + (1 + random.nextInt(most - 1));
  }

  private static void table(
      Path folder, String name, String headings, int rows, IntFunction<List<String>> row)
      throws IOException {
    try (CSVPrinter out = printer(folder, name, headings)) {
      IntStream.range(0, rows)
          .forEach(
              n -> {
                try {
                  out.printRecord(row.apply(n));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }

  private static CSVPrinter printer(Path folder, String name, String headings) throws IOException {
    Writer writer = Files.newBufferedWriter(folder.resolve(name + ".csv"));
    return CSVFormat.RFC4180.builder().setHeader(headings.split(",")).get().print(writer);
  }
}
