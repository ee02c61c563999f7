package cn.lantai.opening;

import cn.lantai.archive.ArchivalRecord;
import cn.lantai.chain.ChainedStep;
import cn.lantai.chain.RowHash;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.entity.Successor;
import cn.lantai.evidence.Relation;
import cn.lantai.journal.EntityState;
import cn.lantai.journal.Journal;
import cn.lantai.media.PageImage;
import cn.lantai.media.recording.Cue;
import cn.lantai.media.recording.Recording;
import cn.lantai.ontology.Element;
import cn.lantai.ontology.ValueType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the words of a record and of what lies in it from the journal's newest versions. */
public final class RecordTexts {

  /** More characters than this are not looked through. */
  public static final int LONGEST = 200_000;

  /** Numbers and codes that the archive itself has given; they say nothing of anybody. */
  private static final Set<String> CODES =
      Set.of(
          "archive-code",
          "document-number",
          "source-code",
          "microform",
          "box",
          "location",
          "classification",
          "file-size",
          "file-format",
          "retention",
          "language",
          "carrier-type",
          "extent",
          "description-date",
          "describer",
          "watermark");

  private final Journal journal;

  public RecordTexts(Journal journal) {
    this.journal = journal;
  }

  /** Empty if there is no such record, or it was merged into another. */
  public Optional<RecordText> of(EntityIri record) {
    if (record.type() != EntityType.RECORD) {
      return Optional.empty();
    }
    Optional<EntityState> state = journal.state(record);
    return state.flatMap(
        is ->
            journal
                .current(record)
                .filter(graph -> !Successor.isStub(graph))
                .map(graph -> read(is.current(), ArchivalRecord.of(graph))));
  }

  private RecordText read(long version, ArchivalRecord record) {
    RowHash mark = new RowHash().text(ChainedStep.NONE).text(record.iri().uri()).number(version);
    Passages passages = new Passages();
    passages.add("title", LocalizedText.of("题名", "Title"), record.title());
    record.elements().all().forEach((element, texts) -> element(element, texts, passages));
    List<PageImage> images = new ArrayList<>();
    Set<EntityIri> parts = new LinkedHashSet<>();
    List<EntityGraph> recordings = new ArrayList<>();
    for (EntityIri part : journal.within(record.iri()).stream().sorted().toList()) {
      parts.add(part);
      mark.text(part.uri()).number(journal.state(part).map(EntityState::current).orElse(0L));
      Optional<EntityGraph> graph = journal.current(part).filter(each -> !Successor.isStub(each));
      if (part.type() == EntityType.IMAGE) {
        graph.map(PageImage::of).ifPresent(images::add);
      } else if (part.type() == EntityType.RECORDING) {
        graph.ifPresent(recordings::add);
      }
    }
    images.sort(Comparator.comparingInt(PageImage::page).thenComparing(PageImage::iri));
    images.forEach(image -> transcript(image, passages));
    recordings.forEach(recording -> captions(Recording.of(recording), passages));
    return new RecordText(
        record.iri(),
        version,
        mark.endHex(),
        images.stream().map(PageImage::iri).toList(),
        parts,
        record.elements().string("form"),
        record.relations().stream()
            .map(Relation::other)
            .filter(other -> other.type() == EntityType.PERSON)
            .collect(Collectors.toSet()),
        passages.all,
        !passages.isCut);
  }

  private static void element(Element element, List<LocalizedText> texts, Passages passages) {
    boolean words = element.type() == ValueType.TEXT || element.type().isLocalized();
    if (!words || CODES.contains(element.id())) {
      return;
    }
    int number = 0;
    for (LocalizedText text : texts) {
      String key = element.id() + (number == 0 ? "" : "-" + (number + 1));
      passages.add(key, LocalizedText.of(element.zh(), element.en()), text);
      number++;
    }
  }

  private static void transcript(PageImage image, Passages passages) {
    image
        .transcript()
        .ifPresent(
            transcript ->
                passages.add(
                    "image/" + image.iri().key(),
                    LocalizedText.of(
                        "图上文字：" + image.label().zh(),
                        "On the image: " + image.label().en().orElse(image.label().zh())),
                    String.join("\n", transcript.texts())));
  }

  private static void captions(Recording recording, Passages passages) {
    recording
        .captions()
        .forEach(
            captions ->
                passages.add(
                    "recording/" + recording.iri().key() + "-" + captions.language(),
                    LocalizedText.of(
                        "字幕：" + recording.label().zh(),
                        "Captions: " + recording.label().en().orElse(recording.label().zh())),
                    captions.cues().stream().map(Cue::text).collect(Collectors.joining("\n"))));
  }

  /** Gathers texts up to the limit. */
  private static final class Passages {

    private final List<Passage> all = new ArrayList<>();
    private int left = LONGEST;
    private boolean isCut;

    void add(String key, LocalizedText label, LocalizedText text) {
      add(key, label, text.zh());
      text.en().ifPresent(english -> add(key + "-en", label, english));
    }

    void add(String key, LocalizedText label, String text) {
      String kept = text.length() <= left ? text : text.substring(0, left);
      isCut |= kept.length() < text.length();
      left -= kept.length();
      if (!kept.isBlank()) {
        all.add(new Passage(key, label, kept));
      }
    }
  }
}
