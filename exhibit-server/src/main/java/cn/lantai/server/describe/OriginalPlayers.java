package cn.lantai.server.describe;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.journal.Journal;
import cn.lantai.media.recording.MediaTime;
import cn.lantai.media.recording.Recording;
import cn.lantai.media.recording.Technical;
import cn.lantai.server.recordings.OriginalRecordingServlet;
import cn.lantai.server.rights.Rights;
import cn.lantai.server.site.view.Player;
import cn.lantai.server.site.view.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * The player beside the form of a recording. It plays what is stored, whoever else may hear it,
 * with the captions and chapters of the newest version, so that they can be held against the sound.
 */
@ApplicationScoped
public class OriginalPlayers {

  @Inject Journal journal;

  /** Empty for what is no recording, and for who may not play it. */
  Optional<Player> beside(EntityIri entity, Rights rights, EntryWording wording) {
    return Optional.of(entity)
        .filter(it -> it.type() == EntityType.RECORDING)
        .filter(it -> OriginalRecordingServlet.mayBePlayed(it, rights))
        .flatMap(journal::current)
        .flatMap(OriginalPlayers::recording)
        .map(recording -> player(recording, wording));
  }

  private static Optional<Recording> recording(EntityGraph graph) {
    try {
      return Optional.of(Recording.of(graph));
    } catch (RuntimeException notOfItsForm) {
      return Optional.empty();
    }
  }

  private static Player player(Recording recording, EntryWording wording) {
    EntityIri iri = recording.iri();
    Optional<Technical> technical = recording.content().map(Recording.Content::technical);
    Optional<Recording.Captions> captions = recording.captionsIn(wording.isChinese() ? "zh" : "en");
    return new Player(
        iri.key(),
        wording.text(recording.label()),
        List.of(),
        technical.flatMap(Technical::size).isPresent(),
        technical.map(it -> OriginalRecordingServlet.address(iri)),
        Optional.empty(),
        false,
        technical.map(Technical::mediaType).orElse(""),
        technical.map(it -> MediaTime.clock(it.millis() / 1000 * 1000)).orElse(""),
        technical.map(Technical::codecs).orElse(""),
        technical.flatMap(Technical::size).map(it -> new Player.Size(it.width(), it.height())),
        Optional.empty(),
        recording.synthesised(),
        recording.captions().stream()
            .map(
                each ->
                    new Player.Track(
                        OriginalRecordingServlet.captions(iri, each.language()),
                        each.language(),
                        each.language().equals("en") ? "English" : "中文",
                        captions.filter(each::equals).isPresent()))
            .toList(),
        recording.chapters().stream()
            .map(
                chapter ->
                    moment(
                        iri,
                        chapter.span().start(),
                        Optional.empty(),
                        wording.text(chapter.title())))
            .toList(),
        captions.map(each -> lines(iri, each)).orElse(List.of()),
        captions.map(Recording.Captions::language).orElse(""),
        Optional.empty());
  }

  private static List<Player.Moment> lines(EntityIri iri, Recording.Captions captions) {
    return captions.cues().stream()
        .map(
            cue ->
                moment(
                    iri,
                    cue.start(),
                    cue.voice(),
                    Text.of(captions.language(), cue.text().replace('\n', ' '))))
        .toList();
  }

  /** Without a script it is the file that opens there. */
  private static Player.Moment moment(
      EntityIri iri, long start, Optional<String> voice, Text text) {
    String seconds = MediaTime.seconds(start);
    return new Player.Moment(
        MediaTime.clock(start / 1000 * 1000),
        seconds,
        OriginalRecordingServlet.address(iri) + "#t=" + seconds,
        voice,
        text);
  }
}
