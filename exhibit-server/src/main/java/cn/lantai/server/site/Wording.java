package cn.lantai.server.site;

import cn.lantai.access.AccessPolicy;
import cn.lantai.access.PublicPicture;
import cn.lantai.date.EdtfDate;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.LocalizedText;
import cn.lantai.media.PageImage;
import cn.lantai.ontology.DescriptionProfile;
import cn.lantai.ontology.Lt;
import cn.lantai.search.Facet;
import cn.lantai.search.Summary;
import cn.lantai.server.render.Language;
import cn.lantai.server.site.view.Image;
import cn.lantai.server.site.view.Passage;
import cn.lantai.server.site.view.Text;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts content into the reader's language where somebody wrote it, else into Chinese. */
final class Wording {

  private static final String SERVICE = "/iiif/3/";
  private static final DateTimeFormatter CHINESE_DAY =
      DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.ROOT);
  private static final DateTimeFormatter ENGLISH_DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private final boolean chinese;
  private final DateWording dates;
  private final Staging staging;

  Wording(Language language) {
    this(language, Staging.NONE);
  }

  Wording(Language language, Staging staging) {
    this.staging = staging;
    chinese = language == Language.ZH;
    dates = new DateWording(chinese);
  }

  boolean isChinese() {
    return chinese;
  }

  Text text(LocalizedText text) {
    return chinese || text.en().isEmpty() ? Text.zh(text.zh()) : Text.en(text.en().get());
  }

  Optional<Text> text(Optional<LocalizedText> text) {
    return text.map(this::text);
  }

  /** When something can be seen. */
  Text span(OpeningTimes.Span span) {
    Optional<String> from = span.from().map(this::day);
    Optional<String> to = span.to().map(this::day);
    if (chinese) {
      return Text.zh(
          from.isPresent() && to.isPresent()
              ? "展期 " + from.get() + "—" + to.get()
              : from.map(day -> day + "开展").orElseGet(() -> "展至 " + to.orElse("")));
    }
    return Text.en(
        from.isPresent() && to.isPresent()
            ? from.get() + " – " + to.get()
            : from.map(day -> "Since " + day).orElseGet(() -> "Until " + to.orElse("")));
  }

  private String day(LocalDate day) {
    return day.format(chinese ? CHINESE_DAY : ENGLISH_DAY);
  }

  /** A title with marks where a line may break. */
  Text title(LocalizedText text) {
    Text plain = text(text);
    return Text.title(plain.lang(), plain.value());
  }

  List<Text> paragraphs(Optional<LocalizedText> text) {
    return text.map(this::text).stream()
        .flatMap(
            whole ->
                whole
                    .value()
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(line -> Text.of(whole.lang(), line)))
        .toList();
  }

  /** What a curator wrote, as it is marked. */
  List<Passage> prose(Optional<LocalizedText> text) {
    return text.map(this::text).map(Passage::read).orElse(List.of());
  }

  /** Words that the program itself makes, such as a date. */
  Text own(String words) {
    return chinese ? Text.zh(words) : Text.en(words);
  }

  Text own(String zh, String en) {
    return chinese ? Text.zh(zh) : Text.en(en);
  }

  /** What the profile calls one of its own terms. */
  Text term(String slug) {
    return Text.of(chinese ? "zh-Hans" : "en", Lt.label(slug, chinese ? "zh" : "en"));
  }

  Text date(HistoricalDate date) {
    boolean asWritten = date.edtf().isEmpty();
    return asWritten ? Text.zh(dates.of(date)) : own(dates.of(date));
  }

  Text date(EdtfDate date) {
    return own(dates.of(date));
  }

  String years(EdtfDate date) {
    return dates.years(date);
  }

  /** A documentary form as the catalogue writes it, or in English where the profile knows it. */
  Text form(String word) {
    return choice("form", word);
  }

  /** A value of a facet that is a word of the catalogue. */
  Text choice(Facet facet, String word) {
    return choice(facet == Facet.CARRIER ? "carrier-type" : "form", word);
  }

  private Text choice(String element, String word) {
    return DescriptionProfile.get()
        .element(element)
        .choice(word)
        .filter(is -> !chinese)
        .map(is -> Text.en(is.en()))
        .orElseGet(() -> Text.zh(word));
  }

  /** Date, form and extent: what stands below a title. */
  List<Text> facts(Summary summary) {
    List<Text> facts = new ArrayList<>();
    summary.date().map(this::date).ifPresent(facts::add);
    summary.form().map(this::form).ifPresent(facts::add);
    summary.extent().map(Text::zh).ifPresent(facts::add);
    return facts;
  }

  /**
   * @param image with what it inherits of how far it is open
   */
  Image image(PageImage image) {
    Text alt = text(image.alt().orElse(image.label()));
    Optional<PublicPicture> shown = PublicPicture.of(image);
    if (shown.isPresent()) {
      PublicPicture picture = shown.get();
      return Image.of(
          staging.images().service(image.iri()).orElse(SERVICE + picture.key()),
          picture.width(),
          picture.height(),
          alt,
          image.drawn());
    }
    boolean signInHelps =
        AccessPolicy.answer(image, AccessPolicy.Asker.SIGNED_IN) instanceof AccessPolicy.Shown;
    return image.content().isPresent() && signInHelps
        ? Image.behindSignIn(SERVICE + image.iri().key(), alt)
        : Image.unreadable(alt);
  }

  /** The years of a life or an existence: 1896—1981, 1896—. */
  Optional<Text> life(Optional<HistoricalDate> begin, Optional<HistoricalDate> end) {
    Optional<String> from = begin.flatMap(HistoricalDate::edtf).map(this::years);
    Optional<String> to = end.flatMap(HistoricalDate::edtf).map(this::years);
    if (from.isEmpty() && to.isEmpty()) {
      return Optional.empty();
    }
    String dash = chinese ? "—" : "–";
    return Optional.of(own(from.orElse("？") + dash + to.orElse("？")));
  }
}
