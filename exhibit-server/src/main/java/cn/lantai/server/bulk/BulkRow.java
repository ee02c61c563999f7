package cn.lantai.server.bulk;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.journal.EntityState;
import cn.lantai.ontology.ProfileCheck.Violation;
import cn.lantai.table.Sheet;
import cn.lantai.table.Tables;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What would become, or became, of one description.
 *
 * @param base the row of the journal with the version that was looked at
 * @param version the row with the version that was saved, or the number of the review that was
 *     asked for; 0 if there is none
 * @param isPublic whether the version that was looked at is in public
 * @param published whether the change was, or would be, published with it
 * @param leaves whether it leaves, or would leave, the public by it
 * @param before what stands in the field, or the part of it around what changes
 * @param reason why it is refused
 */
public record BulkRow(
    EntityIri entity,
    String title,
    String code,
    long base,
    long version,
    Outcome outcome,
    boolean isPublic,
    boolean published,
    boolean leaves,
    String before,
    String after,
    Optional<LocalizedText> reason) {

  /** Headings of what things are called. */
  private static final List<String> TITLES = List.of("题名", "姓名", "名称");

  /** What becomes of it. */
  public enum Outcome {
    CHANGED,
    UNCHANGED,
    REFUSED
  }

  /** The lists in which it is shown. */
  public enum Part {
    CHANGED,
    UNCHANGED,
    REFUSED,
    /** Of what is changed, what leaves the public. */
    LEAVING;

    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Part> ofSlug(String slug) {
      return EnumSet.allOf(Part.class).stream()
          .filter(part -> part.slug().equals(slug))
          .findFirst();
    }
  }

  /** Of the newest version of something, before anything is made of it. */
  static BulkRow of(EntityState state, Optional<Sheet> sheet) {
    return of(state.entity(), state.current(), state.isPublic(), sheet);
  }

  /**
   * @param sheet the version as a form shows it; empty if no form can
   */
  static BulkRow of(EntityIri entity, long version, boolean isPublic, Optional<Sheet> sheet) {
    return new BulkRow(
        entity,
        sheet.map(BulkRow::title).orElse(entity.key()),
        sheet.map(each -> each.own().getOrDefault(Tables.CODE, "")).orElse(""),
        version,
        0,
        Outcome.UNCHANGED,
        isPublic,
        false,
        false,
        "",
        "",
        Optional.empty());
  }

  private static String title(Sheet sheet) {
    return TITLES.stream()
        .flatMap(heading -> Optional.ofNullable(sheet.own().get(heading)).stream())
        .findFirst()
        .orElse(sheet.entity().key());
  }

  /** A few reasons in one sentence. */
  static LocalizedText together(Stream<LocalizedText> texts) {
    List<LocalizedText> some = texts.distinct().limit(5).toList();
    return LocalizedText.of(
        some.stream().map(LocalizedText::zh).collect(Collectors.joining("；")),
        some.stream().map(text -> text.en().orElse(text.zh())).collect(Collectors.joining("; ")));
  }

  static LocalizedText text(Violation violation) {
    return LocalizedText.of(violation.zh(), violation.en());
  }

  Set<Part> parts() {
    return switch (outcome) {
      case CHANGED -> leaves ? EnumSet.of(Part.CHANGED, Part.LEAVING) : EnumSet.of(Part.CHANGED);
      case UNCHANGED -> EnumSet.of(Part.UNCHANGED);
      case REFUSED -> EnumSet.of(Part.REFUSED);
    };
  }

  /** With what stands in the field before and after. */
  BulkRow showing(String cell, String edited) {
    return new BulkRow(
        entity,
        title,
        code,
        base,
        version,
        outcome,
        isPublic,
        published,
        leaves,
        Excerpt.of(cell, edited),
        Excerpt.of(edited, cell),
        reason);
  }

  BulkRow refused(LocalizedText why) {
    return new BulkRow(
        entity,
        title,
        code,
        base,
        0,
        Outcome.REFUSED,
        isPublic,
        false,
        false,
        before,
        after,
        Optional.of(why));
  }

  BulkRow unchanged() {
    return new BulkRow(
        entity,
        title,
        code,
        base,
        0,
        Outcome.UNCHANGED,
        isPublic,
        false,
        false,
        before,
        before,
        Optional.empty());
  }

  BulkRow changed(long saved, boolean isPublished, boolean isLeaving) {
    return new BulkRow(
        entity,
        title,
        code,
        base,
        saved,
        Outcome.CHANGED,
        isPublic,
        isPublished,
        isLeaving,
        before,
        after,
        Optional.empty());
  }

  /** The way back: from the version that was saved to the one before. */
  BulkRow turned() {
    return new BulkRow(
        entity,
        title,
        code,
        version,
        0,
        outcome,
        published,
        published,
        false,
        after,
        before,
        Optional.empty());
  }

  /** One line, without what is empty. */
  String line() {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("e", entity.type().segment() + "/" + entity.key())
            .add("t", title)
            .add("c", code)
            .add("b", base)
            .add("v", version)
            .add("o", outcome.name())
            .add("p", isPublic)
            .add("q", published)
            .add("l", leaves)
            .add("x", before)
            .add("y", after);
    reason.ifPresent(
        why ->
            json.add("r", Json.createArrayBuilder().add(why.zh()).add(why.en().orElse(why.zh()))));
    return json.build().toString();
  }

  static BulkRow ofLine(String line) {
    JsonObject json = Json.createReader(new StringReader(line)).readObject();
    String[] name = json.getString("e").split("/", 2);
    return new BulkRow(
        new EntityIri(EntityType.ofSegment(name[0]).orElseThrow(), name[1]),
        json.getString("t"),
        json.getString("c"),
        json.getJsonNumber("b").longValue(),
        json.getJsonNumber("v").longValue(),
        Outcome.valueOf(json.getString("o")),
        json.getBoolean("p"),
        json.getBoolean("q"),
        json.getBoolean("l"),
        json.getString("x"),
        json.getString("y"),
        Optional.ofNullable(json.getJsonArray("r")).map(BulkRow::text));
  }

  private static LocalizedText text(JsonArray pair) {
    return LocalizedText.of(pair.getString(0), pair.getString(1));
  }
}
