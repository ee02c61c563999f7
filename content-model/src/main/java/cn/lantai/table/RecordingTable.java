package cn.lantai.table;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.media.Availability;
import cn.lantai.media.recording.MediaTime;
import cn.lantai.media.recording.Recording;
import cn.lantai.media.recording.UnreadableCaptionsException;
import cn.lantai.media.recording.WebVtt;
import cn.lantai.ontology.Lt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The table of sound and film, recordings.csv. The files are beside it, by the name in the first
 * column, or by the path in the column of files. Captions are in a file that a cell names, or in
 * the cell itself, line by line.
 */
final class RecordingTable {

  static final String RECORDING = "音像";
  static final String CAPTIONS = "字幕";
  static final String ENGLISH_CAPTIONS = Column.ENGLISH + CAPTIONS;
  static final String CHAPTERS = "章节";
  static final String ENGLISH_CHAPTERS = Column.ENGLISH + CHAPTERS;
  static final String SYNTHESISED = "合成示例";
  static final String PICTURE = "配图";
  private static final String ORDER = "次序";

  /** More than these are no help to anybody. */
  private static final int MOST_CHAPTERS = 500;

  private static final Pattern ENDING =
      Pattern.compile(
          "\\.(?:mp3|wav|flac|ogg|oga|opus|m4a|mp4|m4v|webm|avi|wma|wmv|mov|mkv|aac|aiff?|amr)$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FILE_OF_CAPTIONS = Pattern.compile("[^|\\n]+\\.[vV][tT][tT]");
  private static final Pattern CHAPTER =
      Pattern.compile("([0-9:：.]+)(?:\\s*[-–—]\\s*([0-9:：.]+))?\\s+(\\S.*)");

  static final Table RECORDINGS =
      new Table(
          "recordings.csv",
          List.of(
              new Column(RECORDING, "recording", true),
              new Column(ImageTable.RECORD, "record", false)
                  .helped(
                      "它所属的一件档案；不属于哪一件，就空着。",
                      "The record that it belongs to; empty if it stands for itself."),
              new Column(ORDER, "order", false)
                  .helped(
                      "在这件档案的各段音像中排第几，从 1 起。",
                      "Its place among the recordings of the record, from 1."),
              new Column("题名", "title", true),
              new Column("英文题名", "title in English", false),
              new Column("说明", "description", false)
                  .helped(
                      "听到、看到什么；谁在说，何时何地录的。",
                      "What one hears or sees; who speaks, and when and where it was made."),
              new Column("英文说明", "description in English", false),
              new Column(CAPTIONS, "captions", false)
                  .helped(
                      "WebVTT，第一行是 WEBVTT；每条先写时间，如 00:01.000 --> 00:04.500，下一行写说的话。"
                          + "字幕随条目公开，即使声音不开放。",
                      "WebVTT: WEBVTT in the first line, then a time such as 00:01.000 --> 00:04.500"
                          + " and what is said in the line below. Captions are public with the"
                          + " entry, even where the sound is not."),
              new Column(ENGLISH_CAPTIONS, "captions in English", false),
              new Column(CHAPTERS, "chapters", false)
                  .helped(
                      "每行一章：开始时间、空格、题名，如 1:05 副歌；也可写到何时为止，如 2:10-3:00 结尾。",
                      "A line for each: where it begins, a space and its title, such as 1:05"
                          + " Chorus; or from and to, such as 2:10-3:00 End."),
              new Column(ENGLISH_CHAPTERS, "chapters in English", false)
                  .helped(
                      "与上面各章一一对应，只写题名，不写时间。", "The titles alone, one line for each chapter above."),
              new Column(PICTURE, "picture", false)
                  .helped(
                      "没有画面时显示的一页图像，如唱片封套。",
                      "A page image that is seen while there is nothing else to see, such as a"
                          + " sleeve."),
              new Column(SYNTHESISED, "synthesised", false)
                  .helped(
                      "程序合成、只作演示的写“是”；每处播放时都会注明。",
                      "Yes for what a program made for demonstration; it is said wherever it is"
                          + " played."),
              new Column(ImageTable.FILE, "file", false),
              new Column(ImageTable.ACCESS, "access", false)
                  .helped(
                      "谁可以播放；空着就随所属档案的图像。图像只给缩小图的，音像就不开放。",
                      "Who may play it; empty: as the images of the record. Where those are only"
                          + " shown reduced, nobody may.")),
          RecordingTable::own,
          (iri, row, parts, surroundings) -> recording(iri, row, surroundings),
          RecordingTable::write);

  private RecordingTable() {}

  private static Optional<EntityIri> own(Row row) {
    return ImageTable.named(row, RECORDING, ENDING, EntityType.RECORDING);
  }

  private static Candidate recording(EntityIri iri, Row row, Table.Surroundings surroundings) {
    boolean form = row.get(ImageTable.FILE).isEmpty() && row.get(RECORDING).isEmpty();
    Optional<Recording.Content> before =
        surroundings.before(iri).map(Recording::of).flatMap(Recording::content);
    Optional<EntityIri> record = row.ref(ImageTable.RECORD, EntityType.RECORD);
    int order = row.integer(ORDER, 1);
    LocalizedText label = row.requiredText("题名", "英文题名");
    Optional<LocalizedText> description = row.paragraphs("说明", "英文说明");
    List<Recording.Captions> captions = new ArrayList<>();
    captions(CAPTIONS, "zh-Hans", row, surroundings).ifPresent(captions::add);
    captions(ENGLISH_CAPTIONS, "en", row, surroundings).ifPresent(captions::add);
    List<Recording.Chapter> chapters = chapters(row);
    Optional<EntityIri> picture = row.ref(PICTURE, EntityType.IMAGE);
    boolean synthesised = ImageTable.choice(row, SYNTHESISED, ImageTable.YES, ImageTable.NO);
    Optional<Availability> availability = availability(row);
    Optional<Recording.Content> content =
        form ? before : surroundings.recording(row).or(() -> before);
    boolean closed =
        availability.filter(is -> is.degree() == Availability.Degree.CLOSED).isPresent();
    return new Candidate(
        iri,
        List.of(row),
        () ->
            new Recording(
                    iri,
                    record,
                    order,
                    label,
                    description,
                    content,
                    captions,
                    chapters,
                    picture,
                    synthesised,
                    availability)
                .toGraph(),
        !closed && record.map(surroundings::isOpen).orElse(true));
  }

  private static Optional<Recording.Captions> captions(
      String column, String language, Row row, Table.Surroundings surroundings) {
    Optional<String> cell = row.get(column);
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> text =
        FILE_OF_CAPTIONS.matcher(cell.get()).matches()
            ? surroundings.captions(row, column, cell.get())
            : Optional.of(String.join("\n", row.lines(column)));
    try {
      if (text.isEmpty()) {
        return Optional.empty();
      }
      WebVtt.parse(text.get());
      String kept =
          text.get().replaceFirst("^\uFEFF", "").lines().collect(Collectors.joining("\n"));
      return Optional.of(new Recording.Captions(language, kept.stripTrailing()));
    } catch (UnreadableCaptionsException wrong) {
      row.problem(
          column,
          FILE_OF_CAPTIONS.matcher(cell.get()).matches() ? cell.get() : "",
          LocalizedText.of(
              "不是合格的 WebVTT 字幕。" + wrong.reason().zh(),
              "These captions are not WebVTT. " + wrong.reason().en().orElseThrow()),
          LocalizedText.of(
              "请改正这一行；格式见 docs/recordings.md", "Correct that line; docs/recordings.md tells how"));
      return Optional.empty();
    }
  }

  private static List<Recording.Chapter> chapters(Row row) {
    List<String> lines = row.lines(CHAPTERS);
    List<String> english = row.lines(ENGLISH_CHAPTERS);
    List<Recording.Chapter> chapters = new ArrayList<>();
    if (lines.size() > MOST_CHAPTERS) {
      refuseChapters(row, "", "章节超过 " + MOST_CHAPTERS, "More than " + MOST_CHAPTERS + " chapters");
      return List.of();
    }
    if (!english.isEmpty() && english.size() != lines.size()) {
      row.problem(
          ENGLISH_CHAPTERS,
          "",
          LocalizedText.of("与章节的行数不同", "Not as many lines as there are chapters"),
          LocalizedText.of("每章一行，只写英文题名", "Write one line for each chapter, with its title alone"));
      return List.of();
    }
    long last = -1;
    for (String line : lines) {
      var read = CHAPTER.matcher(line.strip());
      Optional<Long> start = read.matches() ? MediaTime.parse(read.group(1)) : Optional.empty();
      Optional<Long> end =
          start.isEmpty() ? start : Optional.ofNullable(read.group(2)).flatMap(MediaTime::parse);
      if (start.isEmpty()
          || (read.group(2) != null && end.isEmpty())
          || end.filter(it -> it <= start.get()).isPresent()) {
        refuseChapters(row, line, "不是“时间 题名”", "Not a time and a title");
        return List.of();
      }
      if (start.get() <= last) {
        refuseChapters(row, line, "不晚于前一章", "It does not begin after the chapter before it");
        return List.of();
      }
      last = start.get();
      String en = english.isEmpty() ? null : english.get(chapters.size()).strip();
      chapters.add(
          new Recording.Chapter(
              new MediaTime.Span(start.get(), end),
              LocalizedText.of(read.group(3).strip(), en == null || en.isEmpty() ? null : en)));
    }
    return chapters;
  }

  private static void refuseChapters(Row row, String line, String zh, String en) {
    row.problem(
        CHAPTERS,
        line,
        LocalizedText.of(zh, en),
        LocalizedText.of(
            "每章一行，如“0:00 开头|1:05 副歌|2:10-3:00 结尾”",
            "Write a line for each, such as 0:00 Opening|1:05 Chorus|2:10-3:00 End"));
  }

  private static Optional<Availability> availability(Row row) {
    List<Availability.Degree> degrees =
        Arrays.stream(Availability.Degree.values())
            .filter(degree -> degree != Availability.Degree.REDUCED)
            .toList();
    Function<String, Optional<Availability.Degree>> read =
        text -> Availability.Degree.ofLabel(text).filter(degrees::contains);
    return row.oneOf(
            ImageTable.ACCESS,
            read,
            degrees.stream().map(is -> Lt.label(is.slug(), "zh")).collect(Collectors.joining("、")))
        .map(degree -> new Availability(degree, OptionalInt.empty(), Optional.empty()));
  }

  private static List<Cells> write(EntityGraph graph) {
    Recording recording = Recording.of(graph);
    RowWriter row =
        new RowWriter(RECORDINGS.file())
            .set(RECORDING, name(recording.iri()))
            .ref(ImageTable.RECORD, recording.record())
            .integer(ORDER, recording.order())
            .text("题名", "英文题名", recording.label())
            .paragraphs("说明", "英文说明", recording.description())
            .ref(PICTURE, recording.picture())
            .set(SYNTHESISED, recording.synthesised() ? ImageTable.YES : ImageTable.NO)
            .set(
                ImageTable.ACCESS,
                recording.availability().map(is -> Lt.label(is.degree().slug(), "zh")));
    for (Recording.Captions captions : recording.captions()) {
      row.lines(
          captions.language().equals("en") ? ENGLISH_CAPTIONS : CAPTIONS,
          captions.vtt().lines().toList());
    }
    List<Recording.Chapter> chapters = recording.chapters();
    row.lines(CHAPTERS, chapters.stream().map(RecordingTable::line).toList());
    if (chapters.stream().anyMatch(chapter -> chapter.title().en().isPresent())) {
      row.lines(
          ENGLISH_CHAPTERS,
          chapters.stream().map(chapter -> chapter.title().en().orElse("")).toList());
    }
    return List.of(row.cells());
  }

  private static String line(Recording.Chapter chapter) {
    return MediaTime.clock(chapter.span().start())
        + chapter.span().end().map(end -> "-" + MediaTime.clock(end)).orElse("")
        + " "
        + chapter.title().zh();
  }

  /** What a recording is called by, without the ending of its file. */
  static String key(String name) {
    return ENDING.matcher(name).replaceFirst("");
  }

  /** A key that ends like a file name gets an ending for {@link #own} to take away. */
  static String name(EntityIri recording) {
    String key = recording.key();
    return ENDING.matcher(key).find() ? key + ".wav" : key;
  }
}
