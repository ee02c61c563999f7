package cn.lantai.server.recordings;

import cn.lantai.access.AccessPolicy;
import cn.lantai.access.AccessPolicy.Audience;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.media.recording.Recording;
import cn.lantai.server.site.StageReader;
import cn.lantai.stage.GraphStore;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;

/** The recordings of the public stage: what is not published there is not played. */
public class PublicRecordings {

  private static final int REMEMBERED = 500;

  private final GraphStore stage;
  private final String base;

  /** A player asks for many ranges of one recording; an answer holds until the stage changes. */
  private final Cache<Question, Finding> answers =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  private record Question(String key, long stagePosition) {}

  /**
   * What a key means.
   *
   * @param recording empty if there is none, or none that anybody may play
   * @param gone whether there was one for everyone that has been withdrawn for good
   */
  public record Finding(Optional<Recording> recording, Audience audience, boolean gone) {}

  public PublicRecordings(GraphStore stage, String base) {
    this.stage = stage;
    this.base = base;
  }

  /** Never null, whatever the key looks like. */
  public Finding find(String key) {
    return EntityIri.isKey(key)
        ? answers.get(new Question(key, stage.changed()), this::look)
        : new Finding(Optional.empty(), Audience.NOBODY, false);
  }

  private Finding look(Question question) {
    EntityIri iri = new EntityIri(EntityType.RECORDING, question.key());
    return stage
        .read(data -> new StageReader(data.getDefaultGraph(), base).recording(iri))
        .filter(recording -> recording.content().isPresent())
        .map(
            recording ->
                new Finding(Optional.of(recording), AccessPolicy.audience(recording), false))
        .orElseGet(() -> new Finding(Optional.empty(), Audience.NOBODY, stage.isGone(iri)));
  }
}
