package cn.lantai.server.site;

import cn.lantai.access.AccessPolicy;
import cn.lantai.access.AccessPolicy.Audience;
import cn.lantai.media.recording.MediaTime;
import cn.lantai.media.recording.MediaTime.Span;
import cn.lantai.media.recording.Recording;
import cn.lantai.media.recording.Technical;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.site.view.Player;
import cn.lantai.server.site.view.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How recordings appear inside pages. */
final class Players {

  private final Wording words;
  private final Cards cards;

  Players(Wording words, Cards cards) {
    this.words = words;
    this.cards = cards;
  }

  /**
   * @param page the path of the page that it stands on, without a query
   * @param opened the stretch to play; empty for all of it
   */
  Player player(Recording recording, String page, Optional<Span> opened) {
    String key = recording.iri().key();
    Optional<Technical> technical = recording.content().map(Recording.Content::technical);
    Audience audience = AccessPolicy.audience(recording);
    boolean playable = technical.isPresent() && audience != Audience.NOBODY;
    String here = page + "#recording-" + key;
    Optional<Recording.Captions> captions = recording.captionsIn(words.isChinese() ? "zh" : "en");
    return new Player(
        key,
        words.text(recording.label()),
        words.paragraphs(recording.description()),
        technical.flatMap(Technical::size).isPresent(),
        playable
            ? Optional.of(
                Addresses.mediaPath(recording.iri())
                    + opened.map(span -> "#t=" + span.value()).orElse(""))
            : Optional.empty(),
        playable && audience == Audience.SIGNED_IN ? Optional.of(here) : Optional.empty(),
        audience == Audience.NOBODY,
        technical.map(Technical::mediaType).orElse(""),
        technical.map(it -> MediaTime.clock(it.millis() / 1000 * 1000)).orElse(""),
        technical.map(Technical::codecs).orElse(""),
        technical.flatMap(Technical::size).map(it -> new Player.Size(it.width(), it.height())),
        recording.picture().flatMap(cards::image).filter(image -> image.readable()),
        recording.synthesised(),
        recording.captions().stream()
            .map(
                each ->
                    new Player.Track(
                        Addresses.captionsPath(recording.iri(), each.language()),
                        each.language(),
                        each.language().equals("en") ? "English" : "中文",
                        captions.filter(each::equals).isPresent()))
            .toList(),
        recording.chapters().stream()
            .map(
                chapter ->
                    moment(
                        page, key, chapter.span(), Optional.empty(), words.text(chapter.title())))
            .toList(),
        captions.map(each -> lines(each, page, key)).orElse(List.of()),
        captions.map(Recording.Captions::language).orElse(""),
        playable ? share(recording) : Optional.empty());
  }

  /**
   * The same for a part of a recording, with the chapters and lines of that part alone.
   *
   * @param lines whether with what is said
   */
  Player part(Recording recording, String page, Optional<Span> part, boolean lines) {
    Player whole = player(recording, page, part);
    long from = part.map(Span::start).orElse(0L);
    long to = part.flatMap(Span::end).orElse(Long.MAX_VALUE);
    return whole.with(
        within(whole.chapters(), from, to), lines ? within(whole.lines(), from, to) : List.of());
  }

  private static List<Player.Moment> within(List<Player.Moment> moments, long from, long to) {
    return moments.stream()
        .filter(
            moment -> {
              long at = MediaTime.parse(moment.seconds()).orElse(0L);
              return at >= from && at < to;
            })
        .toList();
  }

  private Optional<Player.Share> share(Recording recording) {
    return recording
        .record()
        .flatMap(
            record ->
                cards
                    .manifest(record)
                    .map(
                        manifest ->
                            new Player.Share(
                                Addresses.pagePath(record),
                                manifest,
                                cards.canvas(recording.iri()))));
  }

  private static List<Player.Moment> lines(Recording.Captions captions, String page, String key) {
    List<Player.Moment> lines = new ArrayList<>();
    captions
        .cues()
        .forEach(
            cue ->
                lines.add(
                    moment(
                        page,
                        key,
                        new Span(cue.start(), Optional.empty()),
                        cue.voice(),
                        Text.of(captions.language(), cue.text().replace('\n', ' ')))));
    return lines;
  }

  private static Player.Moment moment(
      String page, String key, Span span, Optional<String> voice, Text text) {
    return new Player.Moment(
        MediaTime.clock(span.start() / 1000 * 1000),
        MediaTime.seconds(span.start()),
        StatePlaces.moment(page, key, span),
        voice,
        text);
  }
}
