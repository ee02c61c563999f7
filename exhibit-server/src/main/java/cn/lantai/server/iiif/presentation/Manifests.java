package cn.lantai.server.iiif.presentation;

import cn.lantai.archive.ArchivalRecord;
import cn.lantai.archive.RecordSet;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.media.PageImage;
import cn.lantai.media.recording.Recording;
import cn.lantai.search.Listing;
import cn.lantai.search.StageIndex;
import cn.lantai.search.Summary;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.site.Openings;
import cn.lantai.server.site.Reading;
import cn.lantai.server.site.StageReader;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The manifests of records, of sets whose records lie in them, and of selections (5.2). */
final class Manifests {

  /** Beyond this the lines of transcripts are referred to, not repeated. */
  private static final int WITH_LINES = 60;

  /** A manifest of a set ends with the record that passes this; its collection has the rest. */
  private static final int MOST_CANVASES = 4000;

  private static final int MOST_RECORDS = 1000;

  private final StageReader stage;
  private final StageIndex index;
  private final Addresses addresses;
  private final Describer describer;
  private final Canvases canvases;
  private final Transcripts transcripts;
  private final RecordingCanvases recordings;

  Manifests(StageReader stage, StageIndex index, Addresses addresses) {
    this.stage = stage;
    this.index = index;
    this.addresses = addresses;
    describer = new Describer(stage);
    canvases = new Canvases(addresses);
    transcripts = new Transcripts(addresses);
    recordings = new RecordingCanvases(stage, addresses, canvases);
  }

  Optional<JsonObject> of(EntityIri thing) {
    if (thing.type() == EntityType.RECORD) {
      return stage.record(thing).map(this::record);
    }
    if (thing.type() == EntityType.RECORD_SET) {
      return stage.recordSet(thing).flatMap(this::set);
    }
    return thing.type().isSelection()
        ? stage
            .selection(thing)
            .map(
                it ->
                    new SelectionManifest(
                            stage, addresses, describer, canvases, transcripts, recordings)
                        .of(it))
        : Optional.empty();
  }

  /** A canvas by itself, which says where it belongs. */
  Optional<JsonObject> canvas(EntityIri digital) {
    return digital.type() == EntityType.RECORDING ? recording(digital) : page(digital);
  }

  private Optional<JsonObject> recording(EntityIri iri) {
    return stage
        .recording(iri)
        .filter(recording -> recording.content().isPresent())
        .map(recording -> alone(recordings.canvas(recording, List.of()), recording.record()));
  }

  private JsonObject alone(JsonObjectBuilder canvas, Optional<EntityIri> record) {
    record
        .flatMap(addresses::manifest)
        .ifPresent(
            manifest -> canvas.add("partOf", Parts.array(Parts.thing(manifest, "Manifest"))));
    return Contexts.before(canvas.build());
  }

  private Optional<JsonObject> page(EntityIri image) {
    return stage
        .image(image)
        .filter(page -> page.content().isPresent())
        .map(page -> alone(canvases.canvas(page, lines(page, 1)), page.record()));
  }

  /** The transcript of a page by itself. */
  Optional<JsonObject> transcript(EntityIri image) {
    return stage
        .image(image)
        .filter(page -> page.transcript().isPresent())
        .map(page -> Contexts.before(transcripts.page(page).build()));
  }

  private JsonObject record(ArchivalRecord record) {
    List<PageImage> pages = readable(record.iri());
    String id = addresses.manifest(record.iri()).orElseThrow();
    JsonObjectBuilder manifest = Parts.thing(id, "Manifest");
    boolean drawn = pages.stream().anyMatch(PageImage::drawn);
    describer.record(record, drawn).write(manifest, id, addresses);
    Reading reading = Reading.of(record, pages, stage);
    read(reading, pages, manifest);
    pages.stream()
        .findFirst()
        .flatMap(canvases::thumbnail)
        .ifPresent(picture -> manifest.add("thumbnail", Parts.array(picture)));
    List<Recording> played = playable(record.iri());
    if (hasWords(pages, played)) {
      manifest.add("service", SearchService.of(id, addresses));
    }
    List<JsonObjectBuilder> items = canvases(pages, pages.size(), played, reading);
    manifest.add("items", items.isEmpty() ? Parts.array(Canvases.blank(id)) : Parts.array(items));
    List<JsonObjectBuilder> ranges =
        played.stream().flatMap(recording -> recordings.range(recording, id).stream()).toList();
    if (!ranges.isEmpty()) {
      manifest.add("structures", Parts.array(ranges));
    }
    return Contexts.before(manifest.build());
  }

  /** How pages follow each other: {@code behavior} and {@code viewingDirection} (A and 3.2). */
  private static void read(Reading reading, List<PageImage> pages, JsonObjectBuilder manifest) {
    if (pages.size() > 1) {
      manifest.add("behavior", Json.createArrayBuilder().add(reading.paging().slug()));
    }
    reading.direction().ifPresent(it -> manifest.add("viewingDirection", it.slug()));
  }

  private List<Recording> playable(EntityIri record) {
    return stage.recordings(record).stream()
        .filter(recording -> recording.content().isPresent())
        .toList();
  }

  /** Empty if no record lies directly in the set. */
  private Optional<JsonObject> set(RecordSet set) {
    Listing.Stretch records = index.list(Listing.in(set.iri(), EntityType.RECORD), 0, MOST_RECORDS);
    if (records.total() == 0) {
      return Optional.empty();
    }
    String id = addresses.manifest(set.iri()).orElseThrow();
    List<Held> held = new ArrayList<>();
    int shown = 0;
    for (Summary record : records.summaries()) {
      if (shown >= MOST_CANVASES) {
        break;
      }
      Held own = new Held(record, readable(record.iri()), playable(record.iri()));
      shown += own.pages().size() + own.recordings().size();
      held.add(own);
    }
    List<PageImage> pages = held.stream().flatMap(each -> each.pages().stream()).toList();
    JsonObjectBuilder manifest = Parts.thing(id, "Manifest");
    describer.set(set).write(manifest, id, addresses);
    Reading reading = Reading.of(set, pages, stage);
    read(reading, pages, manifest);
    pages.stream()
        .findFirst()
        .flatMap(canvases::thumbnail)
        .ifPresent(picture -> manifest.add("thumbnail", Parts.array(picture)));
    if (held.stream().anyMatch(each -> hasWords(each.pages(), each.recordings()))) {
      manifest.add("service", SearchService.of(id, addresses));
    }
    List<JsonObjectBuilder> items =
        held.stream()
            .flatMap(
                each -> canvases(each.pages(), pages.size(), each.recordings(), reading).stream())
            .toList();
    manifest.add("items", items.isEmpty() ? Parts.array(Canvases.blank(id)) : Parts.array(items));
    List<JsonObjectBuilder> ranges =
        held.stream().filter(Held::isShown).map(each -> range(each, id)).toList();
    if (!ranges.isEmpty()) {
      JsonObjectBuilder all =
          Parts.thing(id + "/range", "Range")
              .add("label", Parts.text(contents(held.size(), records.total())))
              .add("items", Parts.array(ranges));
      manifest.add("structures", Parts.array(all));
    }
    return Optional.of(Contexts.before(manifest.build()));
  }

  /** What a set shows of one of its records. */
  private record Held(Summary record, List<PageImage> pages, List<Recording> recordings) {

    boolean isShown() {
      return !pages.isEmpty() || !recordings.isEmpty();
    }
  }

  private static LocalizedText contents(int shown, long total) {
    return shown == total
        ? LocalizedText.of("卷内文件", "Records of the file")
        : LocalizedText.of(
            "卷内文件（前 " + shown + " 件，共 " + total + " 件）",
            "Records of the file (the first " + shown + " of " + total + ")");
  }

  private JsonObjectBuilder range(Held held, String manifest) {
    List<JsonObjectBuilder> parts = new ArrayList<>();
    held.pages().forEach(page -> parts.add(canvases.reference(page, Optional.empty())));
    for (Recording recording : held.recordings()) {
      parts.add(
          recordings
              .range(recording, manifest)
              .orElseGet(() -> recordings.reference(recording, Optional.empty())));
    }
    return Parts.thing(manifest + "/range/" + held.record().iri().key(), "Range")
        .add("label", Parts.text(held.record().title()))
        .add("items", Parts.array(parts));
  }

  /**
   * @param all how many pages the manifest has
   */
  private List<JsonObjectBuilder> canvases(
      List<PageImage> pages, int all, List<Recording> played, Reading reading) {
    boolean paged = all > 1 && reading.paging() == Reading.Paging.PAGED;
    List<JsonObjectBuilder> items = new ArrayList<>();
    for (PageImage page : pages) {
      JsonObjectBuilder canvas = canvases.canvas(page, lines(page, all));
      items.add(paged && Openings.isWhole(page) ? behaving(canvas, "facing-pages") : canvas);
    }
    for (Recording recording : played) {
      JsonObjectBuilder canvas = recordings.canvas(recording, List.of());
      items.add(paged ? behaving(canvas, "non-paged") : canvas);
    }
    return items;
  }

  /** Among pages that lie open two by two, what has no neighbour (A). */
  private static JsonObjectBuilder behaving(JsonObjectBuilder canvas, String behavior) {
    return canvas.add("behavior", Json.createArrayBuilder().add(behavior));
  }

  static boolean hasWords(Collection<PageImage> pages, Collection<Recording> played) {
    return pages.stream().anyMatch(page -> page.transcript().isPresent())
        || played.stream().anyMatch(recording -> !recording.captions().isEmpty());
  }

  private List<JsonObjectBuilder> lines(PageImage page, int pages) {
    if (page.transcript().isEmpty()) {
      return List.of();
    }
    return List.of(pages > WITH_LINES ? transcripts.reference(page) : transcripts.page(page));
  }

  private List<PageImage> readable(EntityIri record) {
    return stage.images(record).stream().filter(page -> page.content().isPresent()).toList();
  }
}
