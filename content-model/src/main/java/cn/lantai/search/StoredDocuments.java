package cn.lantai.search;

import cn.lantai.date.EdtfDate;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.media.Digest;
import cn.lantai.media.PageImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;

/** Reads back what documents keep for rows and cards. */
final class StoredDocuments {

  private StoredDocuments() {}

  static EntityIri iri(Document document) {
    return iri(document.get(IndexFields.ID)).orElseThrow();
  }

  static Summary summary(Document document) {
    return new Summary(
        iri(document),
        title(document),
        Optional.ofNullable(document.get(IndexFields.CODE_WRITTEN)),
        date(document, IndexFields.DATE, IndexFields.DATE_EDTF),
        date(document, IndexFields.END, IndexFields.END_EDTF),
        Optional.ofNullable(document.get(IndexFields.FORM)),
        Optional.ofNullable(document.get(IndexFields.EXTENT)),
        LocalizedText.ofNullable(
            document.get(IndexFields.ABOUT), document.get(IndexFields.ABOUT_EN)),
        Optional.ofNullable(document.get(IndexFields.PARENT_ID)).flatMap(StoredDocuments::iri),
        Optional.ofNullable(document.get(IndexFields.HOLDER)).flatMap(StoredDocuments::iri),
        Set.copyOf(Arrays.asList(document.getValues(IndexFields.TERM))),
        List.of(document.getValues(IndexFields.ROLE)),
        Optional.ofNullable(document.get(IndexFields.SPELLING)).orElse(""));
  }

  static PageImage page(Document document) {
    EntityIri self = iri(document);
    Optional<String> digest = Optional.ofNullable(document.get(IndexFields.DIGEST));
    int width = number(document, IndexFields.WIDTH);
    int height = number(document, IndexFields.HEIGHT);
    return new PageImage(
        self,
        Optional.ofNullable(document.get(IndexFields.PARENT_ID))
            .flatMap(StoredDocuments::iri)
            .filter(shown -> shown.type() == EntityType.RECORD),
        number(document, IndexFields.PAGE_NUMBER),
        title(document),
        LocalizedText.ofNullable(
            document.get(IndexFields.ABOUT), document.get(IndexFields.ABOUT_EN)),
        digest
            .filter(text -> width > 0 && height > 0)
            .map(text -> new PageImage.Content(Digest.parse(text), width, height)),
        Optional.empty(),
        Arrays.asList(document.getValues(IndexFields.TERM)).contains("drawn-facsimile"));
  }

  /** All its words but the title, as {@link FoldedText#join} puts them together. */
  static String body(Document document) {
    return Optional.ofNullable(document.get(IndexFields.BODY)).orElse("");
  }

  /** The concept scheme that a theme belongs to. */
  static Optional<EntityIri> scheme(Document document) {
    return Optional.ofNullable(document.get(IndexFields.SCHEME)).flatMap(StoredDocuments::iri);
  }

  static List<EntityIri> broader(Document document) {
    return Arrays.stream(document.getValues(IndexFields.BROADER))
        .flatMap(id -> iri(id).stream())
        .toList();
  }

  static List<String> called(Document document) {
    return List.of(document.getValues(IndexFields.CALLED));
  }

  /** What is said in a recording from a moment on, in milliseconds. */
  record Said(long start, String text) {}

  static List<Said> said(Document document) {
    return Arrays.stream(document.getValues(IndexFields.CUE))
        .map(cue -> cue.split(" ", 2))
        .map(parts -> new Said(Long.parseLong(parts[0]), parts[1]))
        .toList();
  }

  static LocalizedText title(Document document) {
    return LocalizedText.ofNullable(
            document.get(IndexFields.TITLE_ZH), document.get(IndexFields.TITLE_EN))
        .orElseGet(() -> LocalizedText.of(document.get(IndexFields.ID)));
  }

  private static Optional<HistoricalDate> date(Document document, String expressed, String edtf) {
    Optional<String> words = Optional.ofNullable(document.get(expressed));
    Optional<EdtfDate> value = Optional.ofNullable(document.get(edtf)).map(EdtfDate::parse);
    return words.isEmpty() && value.isEmpty()
        ? Optional.empty()
        : Optional.of(new HistoricalDate(words, value));
  }

  private static Optional<EntityIri> iri(String id) {
    return EntityIri.parse(EntityIri.INTERNAL_BASE + "id/" + id);
  }

  private static int number(Document document, String field) {
    IndexableField stored = document.getField(field);
    return stored == null || stored.numericValue() == null ? 0 : stored.numericValue().intValue();
  }
}
