package cn.lantai.server.iiif.search;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.search.PageHits;
import cn.lantai.search.PageQuery;
import cn.lantai.search.SearchWords;
import cn.lantai.search.StageIndex;
import cn.lantai.server.iiif.presentation.CaptionLines;
import cn.lantai.server.iiif.presentation.Lines;
import cn.lantai.server.iiif.presentation.Parts;
import cn.lantai.server.iiif.presentation.Transcripts;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.site.StageReader;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers searches over one state of the public stage. */
final class ContentSearch {

  static final String CONTEXT = "http://iiif.io/api/search/2/context.json";

  /** How many page images and recordings one answer is made of; each may have several lines. */
  static final int PAGES = 20;

  private static final int LOOKED_THROUGH = 100;
  private static final int TERMS = 20;

  private final StageReader stage;
  private final StageIndex index;
  private final Addresses addresses;
  private final Transcripts transcripts;

  ContentSearch(StageReader stage, StageIndex index, Addresses addresses) {
    this.stage = stage;
    this.index = index;
    this.addresses = addresses;
    transcripts = new Transcripts(addresses);
  }

  /**
   * In what is searched.
   *
   * @param within see {@link PageQuery}
   * @param among see {@link PageQuery}
   */
  record Scope(Optional<EntityIri> within, Optional<Set<EntityIri>> among) {

    boolean isOneManifest() {
      return among.isPresent()
          || within.filter(thing -> thing.type() == EntityType.RECORD).isPresent();
    }
  }

  /**
   * A page of annotations (4.2), one for each line on which a word stands, and where in it (4.3.2).
   *
   * @param service the address of the service
   * @param query the query part of the address, without the page
   * @param page counted from 1
   * @param words empty if nothing can match, whatever the words are
   */
  JsonObject search(
      String service, String query, Scope scope, Optional<SearchWords> words, int page) {
    PageHits hits =
        words
            .map(
                it ->
                    index.pages(
                        new PageQuery(
                            it, false, scope.within(), scope.among(), (page - 1) * PAGES, PAGES)))
            .orElseGet(() -> new PageHits(List.of(), 0));
    List<JsonObjectBuilder> lines = new ArrayList<>();
    List<JsonObjectBuilder> matches = new ArrayList<>();
    for (EntityIri digital : hits.found()) {
      lines(digital).forEach(it -> read(it, words.orElseThrow(), scope, lines, matches));
    }
    String whole = service + "?" + query;
    JsonObjectBuilder json = Parts.thing(whole + "&page=" + page, "AnnotationPage");
    long last = Math.max(1, (hits.total() + PAGES - 1) / PAGES);
    if (last > 1) {
      json.add(
          "partOf",
          Parts.thing(whole, "AnnotationCollection")
              .add("first", reference(whole, 1))
              .add("last", reference(whole, Math.min(last, PageQuery.DEPTH / PAGES))));
      if (page < Math.min(last, PageQuery.DEPTH / PAGES)) {
        json.add("next", reference(whole, page + 1L));
      }
      if (page > 1) {
        json.add("prev", reference(whole, page - 1L));
      }
    }
    json.add("items", Parts.array(lines));
    if (!matches.isEmpty()) {
      json.add(
          "annotations",
          Parts.array(
              Parts.thing(whole + "&page=" + page + "#matches", "AnnotationPage")
                  .add("items", Parts.array(matches))));
    }
    return json.build();
  }

  private static JsonObjectBuilder reference(String whole, long page) {
    return Parts.thing(whole + "&page=" + page, "AnnotationPage");
  }

  private List<? extends Lines> lines(EntityIri digital) {
    return digital.type() == EntityType.RECORDING
        ? stage
            .recording(digital)
            .map(recording -> CaptionLines.of(recording, addresses))
            .orElse(List.of())
        : stage.image(digital).flatMap(transcripts::lines).stream().toList();
  }

  private void read(
      Lines page,
      SearchWords words,
      Scope scope,
      List<JsonObjectBuilder> lines,
      List<JsonObjectBuilder> matches) {
    List<String> texts = page.texts();
    Map<Integer, JsonObjectBuilder> found = new LinkedHashMap<>();
    int number = 0;
    for (Matches.Match match : Matches.in(texts, words)) {
      number++;
      JsonArrayBuilder targets = Json.createArrayBuilder();
      for (Matches.Part part : match.parts()) {
        found.computeIfAbsent(part.line(), line -> line(page, line, scope));
        targets.add(target(page, part));
      }
      matches.add(
          Parts.thing(page.address() + "/match/" + number, "Annotation")
              .add("motivation", "highlighting")
              .add(
                  "target",
                  match.parts().size() == 1
                      ? target(page, match.parts().get(0)).build()
                      : targets.build()));
    }
    lines.addAll(found.values());
  }

  private static JsonObjectBuilder target(Lines page, Matches.Part part) {
    return Json.createObjectBuilder()
        .add("type", "SpecificResource")
        .add("source", page.address() + "/" + (part.line() + 1))
        .add(
            "selector",
            Json.createArrayBuilder()
                .add(
                    Json.createObjectBuilder()
                        .add("type", "TextQuoteSelector")
                        .add("prefix", part.before())
                        .add("exact", part.exact())
                        .add("suffix", part.after())));
  }

  /** In a collection the target says which manifest has its canvas (4.2.3). */
  private JsonObjectBuilder line(Lines page, int line, Scope scope) {
    JsonObjectBuilder annotation = page.annotation(line);
    Optional<EntityIri> record = page.record().filter(it -> !scope.isOneManifest());
    if (record.isEmpty()) {
      return annotation;
    }
    JsonObject plain = annotation.build();
    JsonObjectBuilder json = Json.createObjectBuilder(plain);
    JsonObjectBuilder manifest =
        Parts.thing(addresses.manifest(record.get()).orElseThrow(), "Manifest");
    stage.label(record.get()).ifPresent(label -> manifest.add("label", Parts.text(label)));
    return json.add(
        "target", Parts.thing(plain.getString("target"), "Canvas").add("partOf", manifest));
  }

  /** How what was typed may go on (5). */
  JsonObject complete(String address, Scope scope, Optional<SearchWords> words, int min) {
    JsonArrayBuilder terms = Json.createArrayBuilder();
    if (words.filter(typed -> !typed.wanted().isEmpty()).isPresent()) {
      Completions completions = new Completions();
      PageQuery query =
          new PageQuery(words.get(), true, scope.within(), scope.among(), 0, LOOKED_THROUGH);
      for (EntityIri digital : index.pages(query).found()) {
        lines(digital).forEach(text -> completions.read(text.texts(), words.get()));
      }
      for (Completions.Term term : completions.terms(min, TERMS)) {
        terms.add(Json.createObjectBuilder().add("value", term.value()).add("total", term.total()));
      }
    }
    return Parts.thing(address, "TermPage").add("items", terms).build();
  }
}
