package cn.lantai.server.iiif.presentation;

import cn.lantai.entity.EntityIri;
import cn.lantai.media.recording.Cue;
import cn.lantai.media.recording.Recording;
import cn.lantai.server.linkeddata.Addresses;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;

/** The captions of a recording in one language. A line is a cue, and points at its time. */
public final class CaptionLines implements Lines {

  private final Recording recording;
  private final String language;
  private final List<Cue> cues;
  private final String canvas;

  private CaptionLines(Recording recording, Recording.Captions captions, Addresses addresses) {
    this.recording = recording;
    language = captions.language();
    cues = captions.cues();
    canvas = addresses.canvas(recording.iri());
  }

  /** One for each language; none for a recording that no manifest shows. */
  public static List<CaptionLines> of(Recording recording, Addresses addresses) {
    return recording.content().isEmpty()
        ? List.of()
        : recording.captions().stream()
            .map(captions -> new CaptionLines(recording, captions, addresses))
            .toList();
  }

  @Override
  public String address() {
    return canvas + "/captions/" + language;
  }

  @Override
  public List<String> texts() {
    return cues.stream().map(cue -> cue.text().replace('\n', ' ')).toList();
  }

  @Override
  public Optional<EntityIri> record() {
    return recording.record();
  }

  @Override
  public JsonObjectBuilder annotation(int line) {
    return Parts.thing(address() + "/" + (line + 1), "Annotation")
        .add("motivation", "supplementing")
        .add(
            "body",
            Json.createObjectBuilder()
                .add("type", "TextualBody")
                .add("value", texts().get(line))
                .add("format", "text/plain")
                .add("language", language))
        .add("target", canvas + "#t=" + cues.get(line).span().value());
  }
}
