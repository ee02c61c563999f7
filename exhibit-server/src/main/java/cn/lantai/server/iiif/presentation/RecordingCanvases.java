package cn.lantai.server.iiif.presentation;

import cn.lantai.access.AccessPolicy;
import cn.lantai.access.AccessPolicy.Audience;
import cn.lantai.media.recording.MediaTime;
import cn.lantai.media.recording.Recording;
import cn.lantai.media.recording.Technical;
import cn.lantai.server.iiif.AuthServices;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.site.StageReader;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The canvas of a recording, which is as long as it and, of a film, as large. */
final class RecordingCanvases {

  private final StageReader stage;
  private final Addresses addresses;
  private final Canvases pictures;

  RecordingCanvases(StageReader stage, Addresses addresses, Canvases pictures) {
    this.stage = stage;
    this.addresses = addresses;
    this.pictures = pictures;
  }

  /**
   * A canvas with its sound or film, its captions and what is seen meanwhile.
   *
   * @param annotations what else is said of it: whole annotation pages
   */
  JsonObjectBuilder canvas(Recording recording, List<JsonObjectBuilder> annotations) {
    Technical technical = recording.content().orElseThrow().technical();
    String canvas = addresses.canvas(recording.iri());
    JsonObjectBuilder json =
        Parts.thing(canvas, "Canvas").add("label", Parts.text(recording.label()));
    technical
        .size()
        .ifPresent(size -> json.add("width", size.width()).add("height", size.height()));
    json.add("duration", seconds(technical));
    recording
        .description()
        .ifPresent(text -> json.add("summary", Parts.text(Parts.notMarkup(text))));
    JsonObjectBuilder painting =
        Parts.thing(canvas + "/media", "Annotation")
            .add("motivation", "painting")
            .add("body", body(recording, technical))
            .add("target", canvas);
    json.add(
        "items",
        Parts.array(
            Parts.thing(canvas + "/painting", "AnnotationPage")
                .add("items", Parts.array(painting))));
    List<JsonObjectBuilder> said = new ArrayList<>(annotations);
    if (!recording.captions().isEmpty()) {
      said.add(
          0,
          Parts.thing(canvas + "/captions", "AnnotationPage")
              .add("label", Parts.text("字幕", "Captions"))
              .add("items", Parts.array(captions(recording, canvas))));
    }
    if (!said.isEmpty()) {
      json.add("annotations", Parts.array(said));
    }
    recording
        .picture()
        .flatMap(stage::image)
        .filter(picture -> picture.content().isPresent())
        .ifPresent(
            picture ->
                json.add(
                    technical.size().isPresent() ? "placeholderCanvas" : "accompanyingCanvas",
                    pictures.beside(picture, canvas)));
    return json;
  }

  private static double seconds(Technical technical) {
    return technical.millis() / 1000.0;
  }

  private JsonObject body(Recording recording, Technical technical) {
    JsonObjectBuilder body =
        Parts.thing(
                addresses.media(recording.iri()), technical.size().isPresent() ? "Video" : "Sound")
            .add("format", technical.mediaType())
            .add("duration", seconds(technical));
    technical
        .size()
        .ifPresent(size -> body.add("width", size.width()).add("height", size.height()));
    if (AccessPolicy.audience(recording) != Audience.EVERYONE) {
      String base = addresses.base().replaceFirst("/$", "");
      body.add("service", new AuthServices(base).forRecording(recording.iri().key()));
    }
    return body.build();
  }

  private List<JsonObjectBuilder> captions(Recording recording, String canvas) {
    List<JsonObjectBuilder> all = new ArrayList<>();
    for (Recording.Captions each : recording.captions()) {
      all.add(
          Parts.thing(canvas + "/captions/" + each.language(), "Annotation")
              .add("motivation", "supplementing")
              .add(
                  "body",
                  Parts.thing(addresses.captions(recording.iri(), each.language()), "Text")
                      .add("format", "text/vtt")
                      .add("language", each.language())
                      .add(
                          "label",
                          each.language().equals("en")
                              ? Parts.text("英文字幕", "English captions")
                              : Parts.text("中文字幕", "Chinese captions")))
              .add("target", canvas));
    }
    return all;
  }

  /** The chapters of a recording as a range; empty if it has none. */
  Optional<JsonObjectBuilder> range(Recording recording, String manifest) {
    List<Recording.Chapter> chapters = recording.chapters();
    if (chapters.isEmpty()) {
      return Optional.empty();
    }
    String id = manifest + "/range/" + recording.iri().key();
    long duration = recording.content().orElseThrow().technical().millis();
    List<JsonObjectBuilder> ranges = new ArrayList<>();
    for (int i = 0; i < chapters.size(); i++) {
      Recording.Chapter chapter = chapters.get(i);
      Optional<Recording.Chapter> next =
          i + 1 < chapters.size() ? Optional.of(chapters.get(i + 1)) : Optional.empty();
      MediaTime.Span span =
          new MediaTime.Span(chapter.span().start(), Optional.of(chapter.end(next, duration)));
      ranges.add(
          Parts.thing(id + "/" + (i + 1), "Range")
              .add("label", Parts.text(chapter.title()))
              .add("items", Parts.array(reference(recording, Optional.of(span)))));
    }
    return Optional.of(
        Parts.thing(id, "Range")
            .add("label", Parts.text(recording.label()))
            .add("items", Parts.array(ranges)));
  }

  /** A reference, as ranges and content states make it. */
  JsonObjectBuilder reference(Recording recording, Optional<MediaTime.Span> span) {
    String fragment = span.map(part -> "#t=" + part.value()).orElse("");
    return Parts.thing(addresses.canvas(recording.iri()) + fragment, "Canvas");
  }
}
